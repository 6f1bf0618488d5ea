package org.dutyledger.contract.codec;

import static org.dutyledger.contract.codec.Kinds.COUNT;
import static org.dutyledger.contract.codec.Kinds.FLAG;
import static org.dutyledger.contract.codec.Kinds.NAME;
import static org.dutyledger.contract.codec.Kinds.NOTE;
import static org.dutyledger.contract.codec.Kinds.matching;
import static org.dutyledger.contract.codec.Kinds.word;
import static org.dutyledger.contract.codec.Kinds.words;
import static org.dutyledger.contract.codec.MoneyShape.MONEY;

import org.dutyledger.contract.FactData.IncidentDetected;
import org.dutyledger.contract.FactData.IncidentHandled;
import org.dutyledger.contract.FactData.IncidentKind;
import org.dutyledger.contract.FactData.IncidentSized;
import org.dutyledger.contract.FactData.NoticeAnswered;
import org.dutyledger.contract.FactData.NoticeSent;

/** Facts about incidents, and about what was told to whom. */
final class IncidentShapes {

    private static final Kind<String> ADDRESSEE =
            matching("consumers|individuals|authority:[a-z0-9][a-z0-9._-]{0,127}");

    private IncidentShapes() {}

    static Shape<NoticeSent> noticeSent() {
        return new Shape<>(
                        v -> new NoticeSent(v.get(0), v.get(1), v.get(2), v.maybe(3), v.maybe(4)))
                .needs("notice", NAME)
                .needs("to", ADDRESSEE)
                .needs("about", NAME)
                .takes("form", word("initial", "supplement", "final"))
                .takes("cost", MONEY);
    }

    static Shape<NoticeAnswered> noticeAnswered() {
        return new Shape<>(v -> new NoticeAnswered(v.get(0), v.get(1), v.maybe(2), v.maybe(3)))
                .needs("notice", NAME)
                .needs("answer", word("accepted", "refused", "asks-more"))
                .takes("receipt", NOTE)
                .takes("by", NOTE);
    }

    static Shape<IncidentDetected> incidentDetected() {
        return new Shape<>(v ->
                new IncidentDetected(
                        v.get(0),
                        v.get(1),
                        v.maybe(2),
                        v.maybe(3),
                        v.or(4, false),
                        v.or(5, false),
                        v.maybe(6)))
                .needs("incident", NAME)
                .needs("kind", words(IncidentKind.class))
                .takes("risk", NAME)
                .takes("version", NAME)
                .takes("imminent", FLAG)
                .takes("criticalInfrastructure", FLAG)
                .takes("operatorClass", word("cii", "central-organ", "other"));
    }

    static Shape<IncidentSized> incidentSized() {
        return new Shape<>(v ->
                new IncidentSized(v.get(0), v.maybe(1), v.maybe(2), v.maybe(3), v.maybe(4)))
                .needs("incident", NAME)
                .takes("persons", COUNT)
                .takes("directLoss", MONEY)
                .takes("deaths", COUNT)
                .takes("seriousInjuries", COUNT);
    }

    static Shape<IncidentHandled> incidentHandled() {
        return new Shape<>(v -> new IncidentHandled(v.get(0))).needs("incident", NAME);
    }
}
