/** The published JSON Schemas: one per type of fact and of finding. */
@NullMarked
package org.dutyledger.contract.schema;

import org.jspecify.annotations.NullMarked;
