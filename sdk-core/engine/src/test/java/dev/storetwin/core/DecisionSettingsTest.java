package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.inventory.Closure;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.ItemRule;
import dev.storetwin.core.inventory.NodeLimit;
import dev.storetwin.core.inventory.SupplierRule;
import dev.storetwin.core.inventory.TransferLane;
import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.inventory.ServiceTarget;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Scope;
import dev.storetwin.type.SupplierId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionSettingsTest {

    private static final InventoryOptions ORDERS = InventoryOptions.DEFAULT
            .withSuppliers(List.of(SupplierRule.of(new SupplierId("acme"))
                    .withOrderDays(Set.of(DayOfWeek.MONDAY))
                    .withClosures(List.of(new Closure(LocalDate.of(2024, 12, 24), LocalDate.of(2025, 1, 6))))
                    .withOrderCost(Money.of("20.00", "EUR"))))
            .withItems(List.of(
                    ItemRule.of(Scope.EVERYTHING).withService(new ServiceTarget.FillRate(.98)),
                    ItemRule.of(Scope.ofCategory("milk")).withShelfLifeDays(10)));

    private static final DecisionSettings SETTINGS = settings(42, PricingOptions.DEFAULT.withTaxRate(.19));

    @Test
    void settings_come_back_from_their_bytes() {
        assertThat(DecisionSettings.of(SETTINGS.toBytes())).isEqualTo(SETTINGS);
    }

    @Test
    void equal_settings_have_one_hash_and_each_change_another() {
        assertThat(settings(42, PricingOptions.DEFAULT.withTaxRate(.19)).hash()).isEqualTo(SETTINGS.hash());
        assertThat(settings(43, PricingOptions.DEFAULT.withTaxRate(.19)).hash()).isNotEqualTo(SETTINGS.hash());
        assertThat(settings(42, PricingOptions.DEFAULT.withTaxRate(.2)).hash()).isNotEqualTo(SETTINGS.hash());
    }

    private static DecisionSettings settings(long seed, PricingOptions pricing) {
        return new DecisionSettings(
                ZoneId.of("Europe/Berlin"),
                Currency.getInstance("EUR"),
                seed,
                new Exploration(.1),
                List.of(new Limit("weekly budget", "*", Money.of("5000", "EUR"))),
                pricing,
                ORDERS,
                Optional.of(TransferOptions.DEFAULT
                        .withLanes(List.of(TransferLane.of(NodeId.of("a"), NodeId.of("b"), 2, Money.of("0.50", "EUR"))))
                        .withLimits(List.of(NodeLimit.takes(NodeId.of("b"), Quantity.of(40))))
                        .withDepots(Set.of(NodeId.of("a")))),
                Map.of(Capability.PRICING, Autonomy.FULL, Capability.INVENTORY, Autonomy.ADVISE),
                HostCode.NONE.names());
    }
}
