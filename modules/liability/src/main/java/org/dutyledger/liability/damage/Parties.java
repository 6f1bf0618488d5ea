package org.dutyledger.liability.damage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dutyledger.contract.FactData.Activity;
import org.dutyledger.contract.FactData.Control;
import org.dutyledger.contract.FactData.ModelReleased;
import org.dutyledger.contract.FactData.PartyDeclared;
import org.dutyledger.liability.damage.JudgedDamages.NeededFinding;
import org.dutyledger.liability.damage.JudgedDamages.Party;
import org.dutyledger.liability.history.Subject.Kind;
import org.dutyledger.liability.law.Rulebook;

/** Who is what in law, from what each party does and controls (rule 40). */
final class Parties {

    private static final Set<Activity> PRODUCING =
            EnumSet.of(Activity.DESIGN_PROGRAM, Activity.WRITE_ALGORITHM, Activity.REMOTE_SERVICE);
    private static final Set<Activity> CARRYING =
            EnumSet.of(Activity.NETWORK_ACCESS, Activity.TRANSMISSION, Activity.STORAGE);

    private final Rulebook rulebook;
    private final Evidence evidence;

    Parties(Rulebook rulebook, Evidence evidence) {
        this.rulebook = rulebook;
        this.evidence = evidence;
    }

    /** The parties by name, and the findings on which a role waits. */
    record Roles(List<Party> parties, List<NeededFinding> needs) {
        Map<String, String> byParty() {
            return parties.stream().collect(Collectors.toMap(Party::party, Party::role));
        }
    }

    Roles roles() {
        List<Party> parties = new ArrayList<>();
        List<NeededFinding> needs = new ArrayList<>();
        for (String party : evidence.ids(Kind.PARTY)) {
            PartyDeclared declared = evidence.last(PartyDeclared.class, Kind.PARTY, party);
            if (declared != null) {
                Role role = role(declared);
                parties.add(new Party(party, role.name(), because(role)));
                for (String version : role.undecided()) {
                    needs.add(
                            new NeededFinding(
                                    Question.SUBSTANTIAL_MODIFICATION.wireName(),
                                    version,
                                    "role of " + party));
                }
            }
        }
        return new Roles(List.copyOf(parties), List.copyOf(needs));
    }

    private record Role(String name, boolean modifies, List<String> undecided) {
        static Role of(String name) {
            return new Role(name, false, List.of());
        }
    }

    private Role role(PartyDeclared declared) {
        List<Activity> does = declared.activities();
        if (does.stream().anyMatch(PRODUCING::contains)) {
            return Role.of("producer");
        }
        if (does.contains(Activity.FINE_TUNE)) {
            List<String> undecided = new ArrayList<>();
            for (String version : modified(declared)) {
                Boolean modification = evidence.substantialModification(version);
                if (modification == null) {
                    undecided.add(version);
                } else if (modification) {
                    return new Role("producer", true, List.of());
                }
            }
            if (!undecided.isEmpty()) {
                return new Role("modifier", true, undecided);
            }
        }
        return Role.of(excludedOrLesser(declared));
    }

    /** The paper's two exclusions and what undoes them, then who only passes the model on. */
    private static String excludedOrLesser(PartyDeclared declared) {
        List<Activity> does = declared.activities();
        boolean carries = does.stream().anyMatch(CARRYING::contains);
        boolean supplies = does.contains(Activity.SUPPLY_TRAINING_DATA);
        boolean only =
                !does.isEmpty()
                        && does.stream()
                                .allMatch(it ->
                                        CARRYING.contains(it)
                                                || it == Activity.SUPPLY_TRAINING_DATA);
        if (only) {
            boolean controls =
                    (carries && declared.controls().contains(Control.RUNNING))
                            || (supplies && declared.controls().contains(Control.TRAINING_RESULT));
            return controls ? "producer" : "excluded";
        }
        if (does.contains(Activity.SELL)) {
            return "seller";
        }
        return does.contains(Activity.DEPLOY) || does.contains(Activity.FINE_TUNE)
                ? "deployer"
                : "other";
    }

    /** The versions that the party fine-tunes: those named, else all that follow another. */
    private List<String> modified(PartyDeclared declared) {
        if (declared.versions() != null) {
            return declared.versions();
        }
        List<String> following = new ArrayList<>();
        for (String version : evidence.ids(Kind.VERSION)) {
            ModelReleased release = evidence.release(version);
            if (release != null && release.previous() != null) {
                following.add(version);
            }
        }
        return following;
    }

    private List<String> because(Role role) {
        Set<String> rules = new TreeSet<>(rulebook.roleBecause());
        if (role.modifies()) {
            rules.addAll(rulebook.modifierBecause());
        }
        return List.copyOf(rules);
    }
}
