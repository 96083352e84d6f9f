package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionSettingsTest {

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
                InventoryOptions.DEFAULT,
                Map.of(Capability.PRICING, Autonomy.FULL, Capability.INVENTORY, Autonomy.ADVISE),
                HostCode.NONE.names());
    }
}
