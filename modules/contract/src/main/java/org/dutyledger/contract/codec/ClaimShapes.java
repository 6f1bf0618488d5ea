package org.dutyledger.contract.codec;

import static org.dutyledger.contract.codec.Kinds.FLAG;
import static org.dutyledger.contract.codec.Kinds.INSTANT;
import static org.dutyledger.contract.codec.Kinds.NAME;
import static org.dutyledger.contract.codec.Kinds.NOTE;
import static org.dutyledger.contract.codec.Kinds.RATE;
import static org.dutyledger.contract.codec.Kinds.ignored;
import static org.dutyledger.contract.codec.Kinds.list;
import static org.dutyledger.contract.codec.Kinds.map;
import static org.dutyledger.contract.codec.Kinds.matching;
import static org.dutyledger.contract.codec.Kinds.word;
import static org.dutyledger.contract.codec.Kinds.words;
import static org.dutyledger.contract.codec.MoneyShape.MONEY;

import java.math.BigDecimal;
import java.util.List;
import org.dutyledger.contract.FactData.Answer;
import org.dutyledger.contract.FactData.ClaimAdvanced;
import org.dutyledger.contract.FactData.ClaimFiled;
import org.dutyledger.contract.FactData.EvidenceFiled;
import org.dutyledger.contract.FactData.FactWithdrawn;
import org.dutyledger.contract.FactData.FindingMade;
import org.dutyledger.contract.FactData.HarmItem;
import org.dutyledger.contract.FactData.HarmRecorded;

/** Facts about harms, what was found about them, and claims. */
final class ClaimShapes {

    private static final String[] HEADS = {
        "medical",
        "nursing",
        "transport",
        "meals",
        "nutrition",
        "income",
        "disability",
        "death",
        "funeral",
        "mental",
        "property",
        "data",
        "reputation",
        "price"
    };
    private static final String[] QUESTIONS = {
        "fault",
        "knew",
        "serious-mental",
        "defective",
        "effective",
        "causation",
        "fraud",
        "malice",
        "major-impact",
        "substantial-modification",
        "rebuttal"
    };

    private ClaimShapes() {}

    static Shape<HarmRecorded> harmRecorded() {
        return new Shape<>(v ->
                new HarmRecorded(
                        v.get(0),
                        v.get(1),
                        v.get(2),
                        v.get(3),
                        v.get(4),
                        v.maybe(5),
                        v.maybe(6),
                        v.maybe(7),
                        v.maybe(8),
                        v.or(9, BigDecimal.ZERO),
                        v.or(10, false),
                        v.maybe(11),
                        v.maybe(12)))
                .needs("harm", NAME)
                .needs("version", NAME)
                .needs("outputAt", INSTANT)
                .needs("harmAt", INSTANT)
                .needs("items", list(item()))
                .takes("risk", NAME)
                .takes("incident", NAME)
                .takes("age", Kinds.AGE)
                .takes("severity", word("death", "serious-health", "ordinary"))
                .takes("ownFault", RATE)
                .takes("professionalUse", FLAG)
                .takes("pricePaid", MONEY)
                .takes("jurisdiction", matching("CN|EU|JP|KR|UK|US-[A-Z]{2}"))
                .takes("victim", ignored(NAME));
    }

    private static Shape<HarmItem> item() {
        return new Shape<>(
                        v -> new HarmItem(v.get(0), v.maybe(1), v.maybe(2), v.maybe(3), v.maybe(4)))
                .needs("head", word(HEADS))
                .takes("amount", MONEY)
                .takes("baseIncome", MONEY)
                .takes("grade", RATE)
                .takes("monthlyWage", MONEY)
                .holding(ClaimShapes::computable);
    }

    /** An item says its amount, or has what its head's formula needs. */
    private static boolean computable(Values item) {
        String head = item.get(0);
        return item.has(1)
                || switch (head) {
                    case "disability" -> item.has(3);
                    case "death" -> true;
                    case "funeral" -> item.has(4);
                    default -> false;
                };
    }

    static Shape<FindingMade> findingMade() {
        return new Shape<>(
                        v -> new FindingMade(v.get(0), v.get(1), v.get(2), v.maybe(3), v.maybe(4)))
                .needs("question", word(QUESTIONS))
                .needs("about", NAME)
                .needs("answer", words(Answer.class))
                .takes("by", NOTE)
                .takes("reason", NOTE);
    }

    static Shape<ClaimFiled> claimFiled() {
        return new Shape<>(v ->
                new ClaimFiled(v.get(0), v.get(1), v.get(2), v.maybe(3), v.or(4, List.of())))
                .needs("claim", NAME)
                .needs("harms", list(NAME))
                .needs("against", list(NAME))
                .takes("forum", word("odr", "mediation", "appraisal", "court"))
                .takes("remedies", list(NAME));
    }

    static Shape<ClaimAdvanced> claimAdvanced() {
        return new Shape<>(v -> new ClaimAdvanced(v.get(0), v.get(1), v.maybe(2), v.maybe(3)))
                .needs("claim", NAME)
                .needs(
                        "stage",
                        word(
                                "odr",
                                "mediation",
                                "appraisal",
                                "court",
                                "settled",
                                "judged",
                                "withdrawn"))
                .takes("amount", MONEY)
                .takes("shares", map(RATE));
    }

    static Shape<FactWithdrawn> factWithdrawn() {
        return new Shape<>(v -> new FactWithdrawn(v.get(0), v.get(1), v.maybe(2)))
                .needs("fact", NAME)
                .needs("reason", NOTE)
                .takes("replacedBy", NAME);
    }

    static Shape<EvidenceFiled> evidenceFiled() {
        return new Shape<>(v -> new EvidenceFiled(v.get(0), v.get(1), v.get(2), v.maybe(3)))
                .needs("digest", matching("sha-256:[0-9a-f]{64}"))
                .needs(
                        "mediaType",
                        matching(
                                "[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(;[ -~]{0,255})?"))
                .needs("about", NAME)
                .takes("title", NOTE);
    }
}
