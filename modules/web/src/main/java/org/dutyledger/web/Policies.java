package org.dutyledger.web;

import java.util.List;
import org.dutyledger.liability.law.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The policies this service was started with; the first is the one it judges by. */
@Component
class Policies {

    private final List<Policy> all;

    Policies(ObjectProvider<Policy> policies) {
        this.all = policies.orderedStream().toList();
    }

    /** By id; null: the one this service judges by. */
    Policy find(@Nullable String id) {
        return all.stream()
                .filter(each -> id == null || each.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidParameterException(
                                "policy", id, "one of " + all.stream().map(Policy::id).toList()));
    }
}
