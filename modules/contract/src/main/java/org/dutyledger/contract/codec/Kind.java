package org.dutyledger.contract.codec;

import tools.jackson.core.JsonParser;

/**
 * How one kind of value is read from the token the parser stands on.
 *
 * @param <T> what it is read as
 */
interface Kind<T> {

    T read(JsonParser p) throws Refusal;
}
