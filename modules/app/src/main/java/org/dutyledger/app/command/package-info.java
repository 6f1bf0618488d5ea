/**
 * The command line: one class per command, answers on standard output, messages on standard error.
 */
@NullMarked
package org.dutyledger.app.command;

import org.jspecify.annotations.NullMarked;
