package org.dutyledger.views;

import org.dutyledger.contract.ModelId;

/** Whose exposure, and under which rulebook. In the order in which rows are written. */
record ExposureKey(ModelId model, String rulebook) implements Comparable<ExposureKey> {

    @Override
    public int compareTo(ExposureKey other) {
        int byModel = model.compareTo(other.model);
        return byModel != 0 ? byModel : rulebook.compareTo(other.rulebook);
    }
}
