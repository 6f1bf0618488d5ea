/** The REST API. */
@NullMarked
package org.dutyledger.web;

import org.jspecify.annotations.NullMarked;
