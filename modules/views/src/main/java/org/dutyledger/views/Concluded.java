package org.dutyledger.views;

import org.dutyledger.contract.Finding;

/** A finding with its place in the one public order. */
record Concluded<F extends Finding>(long sequence, F finding) {}
