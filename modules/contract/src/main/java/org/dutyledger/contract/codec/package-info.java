/** How facts and findings are read and written: CloudEvents in every mode the border knows. */
@NullMarked
package org.dutyledger.contract.codec;

import org.jspecify.annotations.NullMarked;
