package dev.storetwin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomFlowTest {

    private static final FloorPlan CROOKED =
            new FloorPlan(HouseClasses.fixturePackage("flow.api"), HouseClasses.fixturePackage("flow.core"));

    @Test
    void rooms_of_the_api_use_only_rooms_before_them() {
        FloorPlan.HOUSE.apiKeepsTheWay().check(HouseClasses.builtIn("sdk-api"));
    }

    @Test
    void rooms_of_the_engine_use_only_rooms_before_them_and_the_ground_floor() {
        FloorPlan.HOUSE.coreKeepsTheWay().check(HouseClasses.builtIn("sdk-core/engine"));
    }

    @Test
    void an_api_room_that_uses_a_later_room_is_found() {
        assertThat(findings(CROOKED.apiKeepsTheWay(), "flow.api"))
                .anyMatch(finding ->
                        finding.contains("state.StateThatForecasts") && finding.contains("forecast.Forecast"));
    }

    @Test
    void an_api_room_that_uses_its_sibling_is_found() {
        assertThat(findings(CROOKED.apiKeepsTheWay(), "flow.api"))
                .anyMatch(
                        finding -> finding.contains("pricing.PriceThatOrders") && finding.contains("inventory.Stock"));
    }

    @Test
    void an_api_room_that_uses_the_front_door_is_found() {
        assertThat(findings(CROOKED.apiKeepsTheWay(), "flow.api"))
                .anyMatch(finding -> finding.contains("audit.AuditThatOpensTheDoor"));
    }

    @Test
    void a_package_that_is_no_room_is_found() {
        assertThat(findings(CROOKED.apiKeepsTheWay(), "flow.api"))
                .anyMatch(finding -> finding.contains("attic.Anything") && finding.contains("no room"));
    }

    @Test
    void an_api_room_that_uses_an_earlier_room_is_right() {
        assertThat(findings(CROOKED.apiKeepsTheWay(), "flow.api"))
                .noneMatch(finding -> finding.contains("pricing.PriceOfForecast"));
    }

    @Test
    void an_engine_room_that_uses_a_later_room_of_the_api_is_found() {
        assertThat(findings(CROOKED.coreKeepsTheWay(), "flow.core"))
                .anyMatch(finding -> finding.contains("state.FoldingForecasts") && finding.contains("api.forecast"));
    }

    @Test
    void a_ground_floor_that_knows_more_than_type_is_found() {
        assertThat(findings(CROOKED.coreKeepsTheWay(), "flow.core"))
                .anyMatch(finding -> finding.contains("numeric.NumbersOfState"))
                .noneMatch(finding -> finding.contains("numeric.NumbersOfType"));
    }

    @Test
    void an_engine_room_that_uses_the_ground_floor_and_its_own_words_is_right() {
        assertThat(findings(CROOKED.coreKeepsTheWay(), "flow.core"))
                .noneMatch(finding -> finding.contains("forecast.SeasonalForecast"));
    }

    @Test
    void the_builder_may_know_every_room() {
        assertThat(findings(CROOKED.coreKeepsTheWay(), "flow.core"))
                .noneMatch(finding -> finding.startsWith("Class <%s.Builder".formatted(CROOKED.core())));
    }

    private static List<String> findings(ArchRule rule, String fixture) {
        return rule.evaluate(HouseClasses.fixture(fixture)).getFailureReport().getDetails();
    }
}
