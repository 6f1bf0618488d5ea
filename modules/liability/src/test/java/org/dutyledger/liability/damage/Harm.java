package org.dutyledger.liability.damage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.contract.FactData.HarmItem;
import org.dutyledger.contract.FactData.HarmRecorded;
import org.dutyledger.contract.Money;
import org.jspecify.annotations.Nullable;

/** A harm as a test tells it; by default on v1, ordinary, without any fault of the victim. */
final class Harm {

    private final String id;
    private final List<HarmItem> items = new ArrayList<>();
    private String version = "v1";
    private String outputAt = Story.SERVED;
    private String harmAt = Story.SERVED;
    private @Nullable String risk;
    private @Nullable String incident;
    private @Nullable Integer age;
    private String severity = "ordinary";
    private String ownFault = "0";
    private boolean professionalUse;
    private @Nullable Money pricePaid;
    private @Nullable String jurisdiction;

    Harm(String id) {
        this.id = id;
    }

    Harm item(String head, String amount) {
        return item(head, amount, "CNY");
    }

    Harm item(String head, String amount, String currency) {
        items.add(new HarmItem(head, money(amount, currency), null, null, null));
        return this;
    }

    Harm disability(@Nullable String income, String grade) {
        items.add(new HarmItem("disability", null, cny(income), new BigDecimal(grade), null));
        return this;
    }

    Harm death(@Nullable String income) {
        items.add(new HarmItem("death", null, cny(income), null, null));
        return this;
    }

    Harm funeral(String wage) {
        items.add(new HarmItem("funeral", null, null, null, cny(wage)));
        return this;
    }

    Harm on(String it) {
        version = it;
        return this;
    }

    Harm served(String at) {
        outputAt = at;
        harmAt = at;
        return this;
    }

    Harm harmAt(String at) {
        harmAt = at;
        return this;
    }

    Harm by(String it) {
        risk = it;
        return this;
    }

    Harm in(String it) {
        incident = it;
        return this;
    }

    Harm age(int years) {
        age = years;
        return this;
    }

    Harm severity(String it) {
        severity = it;
        return this;
    }

    Harm ownFault(String share) {
        ownFault = share;
        return this;
    }

    Harm professional() {
        professionalUse = true;
        return this;
    }

    Harm paid(String price) {
        pricePaid = money(price, "CNY");
        return this;
    }

    Harm under(String it) {
        jurisdiction = it;
        return this;
    }

    HarmRecorded recorded() {
        return new HarmRecorded(
                id,
                version,
                Instant.parse(outputAt),
                Instant.parse(harmAt),
                List.copyOf(items),
                risk,
                incident,
                age,
                severity,
                new BigDecimal(ownFault),
                professionalUse,
                pricePaid,
                jurisdiction);
    }

    private static @Nullable Money cny(@Nullable String amount) {
        return amount == null ? null : money(amount, "CNY");
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
