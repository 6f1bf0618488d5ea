/** The answer: what an assessment says and its bytes (semantics M). */
@NullMarked
package org.dutyledger.liability.answer;

import org.jspecify.annotations.NullMarked;
