/** The paper's standard of quality: its criteria and the record of warning and remediation. */
@NullMarked
package org.dutyledger.liability.quality;

import org.jspecify.annotations.NullMarked;
