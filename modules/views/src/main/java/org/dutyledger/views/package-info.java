/** What can be asked: read models of the record, and queries. */
@NullMarked
package org.dutyledger.views;

import org.jspecify.annotations.NullMarked;
