package dev.storetwin.example.storefront;

import dev.storetwin.Twin;
import dev.storetwin.core.ApprovalOptions;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.testing.FakeShop;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Capability;
import java.nio.file.Path;

/** How a shop embeds its twin. */
final class ShopTwin {

    private ShopTwin() {}

    /**
     * A twin that knows the shop's history, keeps to the merchant's rules, and may carry out what they let pass.
     *
     * @param platform what carries actions out; in a real shop an {@link dev.storetwin.platform.ActionWriter} of its own
     * @param data     where the twin keeps what it hears
     * @param rules    the folder that the merchant writes rules in
     */
    static Twin open(SyntheticShop history, FakeShop platform, Path data, Path rules) {
        var twin = StoreTwin.builder()
                .dataDirectory(data)
                .zone(history.zone())
                .currency(history.currency())
                .clock(platform.clock()) // an invented shop has invented time; a real one leaves this out
                .guardrails(RuleSet.fromDirectory(rules))
                .writer(platform)
                .autonomy(Capability.PRICING, Autonomy.FULL)
                // Nothing is known of an invented shop's demand; a real one leaves this out too.
                .approvals(ApprovalOptions.DEFAULT.trustingGuesses())
                .build();
        try {
            twin.load(history.events());
            return twin;
        } catch (RuntimeException | Error unusable) {
            twin.close();
            throw unusable;
        }
    }
}
