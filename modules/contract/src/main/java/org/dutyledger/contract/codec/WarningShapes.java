package org.dutyledger.contract.codec;

import static org.dutyledger.contract.codec.Kinds.COUNT;
import static org.dutyledger.contract.codec.Kinds.INSTANT;
import static org.dutyledger.contract.codec.Kinds.NAME;
import static org.dutyledger.contract.codec.Kinds.NOTE;
import static org.dutyledger.contract.codec.Kinds.PROSE;
import static org.dutyledger.contract.codec.Kinds.list;
import static org.dutyledger.contract.codec.Kinds.matching;
import static org.dutyledger.contract.codec.Kinds.word;

import org.dutyledger.contract.FactData.CoverageObserved;
import org.dutyledger.contract.FactData.WarningPublished;
import org.dutyledger.contract.FactData.WarningShown;
import org.dutyledger.contract.FactData.WarningWithdrawn;

/** Facts about warnings and how many answers carried one. */
final class WarningShapes {

    private static final Kind<String> LOCALE = matching("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");

    private WarningShapes() {}

    static Shape<WarningPublished> warningPublished() {
        return new Shape<>(v ->
                new WarningPublished(
                        v.get(0),
                        v.get(1),
                        v.maybe(2),
                        v.maybe(3),
                        v.maybe(4),
                        v.maybe(5),
                        v.maybe(6)))
                .needs("warning", NAME)
                .needs("locale", LOCALE)
                .takes("topics", list(NAME))
                .takes("risks", list(NAME))
                .takes("surfaces", list(NAME))
                .takes("versions", list(NAME))
                .takes(
                        "placement",
                        word("at-output", "before-use", "in-terms", "label", "after-sale"))
                .needs("text", PROSE);
    }

    static Shape<WarningWithdrawn> warningWithdrawn() {
        return new Shape<>(v -> new WarningWithdrawn(v.get(0), v.maybe(1)))
                .needs("warning", NAME)
                .takes("reason", NOTE);
    }

    static Shape<WarningShown> warningShown() {
        return new Shape<>(v ->
                new WarningShown(
                        v.get(0),
                        v.get(1),
                        v.get(2),
                        v.maybe(3),
                        v.maybe(4),
                        v.maybe(5),
                        v.maybe(6),
                        v.maybe(7),
                        v.maybe(8)))
                .needs("version", NAME)
                .needs("outputs", COUNT)
                .needs("warned", COUNT)
                .takes("surface", NAME)
                .takes("topic", NAME)
                .takes("locale", LOCALE)
                .takes("warning", NAME)
                .takes("from", INSTANT)
                .takes("to", INSTANT)
                .ordered("warned", "outputs", true)
                .ordered("from", "to", false)
                .holding(v -> v.has(7) == v.has(8));
    }

    static Shape<CoverageObserved> coverageObserved() {
        return new Shape<>(v ->
                new CoverageObserved(
                        v.get(0),
                        v.get(1),
                        v.get(2),
                        v.get(3),
                        v.get(4),
                        v.maybe(5),
                        v.maybe(6),
                        v.maybe(7),
                        v.or(8, 0L)))
                .needs("version", NAME)
                .needs("from", INSTANT)
                .needs("to", INSTANT)
                .needs("outputs", COUNT)
                .needs("warned", COUNT)
                .takes("surface", NAME)
                .takes("topic", NAME)
                .takes("locale", LOCALE)
                .takes("revision", COUNT)
                .ordered("warned", "outputs", true)
                .ordered("from", "to", false);
    }
}
