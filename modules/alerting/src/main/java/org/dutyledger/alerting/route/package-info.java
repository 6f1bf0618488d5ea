/** Who is told of what, when and by which channel: routes as data. */
@NullMarked
package org.dutyledger.alerting.route;

import org.jspecify.annotations.NullMarked;
