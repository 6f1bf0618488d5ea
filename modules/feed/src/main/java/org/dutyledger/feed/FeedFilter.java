package org.dutyledger.feed;

import java.util.Set;
import org.dutyledger.contract.Duty;
import org.dutyledger.contract.Finding;
import org.dutyledger.contract.ModelId;
import org.dutyledger.contract.codec.FindingWriter;
import org.dutyledger.contract.schema.Schemas;
import org.dutyledger.ledger.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a reader wants: those that meet every condition. What asks for something of a duty
 * leaves changes of the exposure out.
 *
 * @param provider null: any
 * @param models empty: any
 * @param types CloudEvents types; empty: any
 * @param rulebook id; null: any
 * @param rule of a duty; null: any
 * @param about of a duty; null: any
 * @param kind of a duty; null: any
 * @param status of a duty; empty: any
 */
public record FeedFilter(
        @Nullable String provider,
        Set<ModelId> models,
        Set<String> types,
        @Nullable String rulebook,
        @Nullable String rule,
        @Nullable String about,
        @Nullable String kind,
        Set<Duty.Status> status) {

    /** Everything. */
    public static final FeedFilter ALL =
            new FeedFilter(null, Set.of(), Set.of(), null, null, null, null, Set.of());

    /** Copies the sets. */
    public FeedFilter {
        models = Set.copyOf(models);
        types = Set.copyOf(types);
        status = Set.copyOf(status);
    }

    /**
     * The CloudEvents type of that name: in full, or the part between {@code org.dutyledger.} and
     * {@code .v1}.
     *
     * @throws IllegalArgumentException if findings have no such type
     */
    public static String type(String name) {
        String type = name.startsWith("org.dutyledger.") ? name : "org.dutyledger." + name + ".v1";
        if (!Schemas.findings().contains(type)) {
            throw new IllegalArgumentException(
                    "%s is no type of a finding, expected one of %s, or short: duty.breached"
                            .formatted(name, Schemas.findings()));
        }
        return type;
    }

    /** Whether the envelope of an entry leaves it possible that it passes. */
    boolean mayPass(RecordEntry entry) {
        return entry.key() == null
                && (provider == null || provider.equals(entry.model().provider()))
                && (models.isEmpty() || models.contains(entry.model()))
                && (types.isEmpty() || types.contains(entry.type()));
    }

    /** Whether a finding whose envelope passed does. */
    boolean passes(Finding finding) {
        return (rulebook == null || rulebook.equals(finding.law().rulebook()))
                && switch (finding) {
                    case Finding.DutyChanged changed -> passes(changed.duty());
                    case Finding.ExposureChanged _ -> !asksOfDuty();
                };
    }

    /** Whether a finding passes whose envelope was not asked for its type. */
    boolean passesWhole(Finding finding) {
        return (types.isEmpty() || types.contains(FindingWriter.type(finding))) && passes(finding);
    }

    /** The same without what changes from finding to finding about one duty. */
    FeedFilter subject() {
        return new FeedFilter(provider, models, Set.of(), rulebook, rule, about, kind, Set.of());
    }

    private boolean passes(Duty duty) {
        return (rule == null || rule.equals(duty.rule()))
                && (about == null || about.equals(duty.about()))
                && (kind == null || kind.equals(duty.kind()))
                && (status.isEmpty() || status.contains(duty.status()));
    }

    private boolean asksOfDuty() {
        return rule != null || about != null || kind != null || !status.isEmpty();
    }
}
