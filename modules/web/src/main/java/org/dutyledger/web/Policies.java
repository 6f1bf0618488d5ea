package org.dutyledger.web;

import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.ledger.LawsInForce;
import org.dutyledger.liability.law.LawInForce;
import org.dutyledger.liability.law.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The policies of this service: the one it judges by first, then others it was given. */
@Component
class Policies {

    private final List<Policy> all;

    Policies(LawsInForce law, ObjectProvider<Policy> others) {
        this.all =
                Stream.concat(law.laws().stream().map(LawInForce::policy), others.orderedStream())
                        .distinct()
                        .toList();
    }

    /** By id; null: the one this service judges by. */
    Policy find(@Nullable String id) {
        return all.stream()
                .filter(each -> id == null || each.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidParameterException(
                                "policy",
                                id,
                                "one of " + all.stream().map(Policy::id).distinct().toList()));
    }
}
