package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.LEIPZIG;
import static dev.storetwin.core.ActingShop.MUG;
import static dev.storetwin.core.ActingShop.OPERATOR;
import static dev.storetwin.core.ActingShop.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.AutonomyChanged;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Scope;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutonomyTest {

    @TempDir
    private Path folder;

    private ActingShop shop;

    @BeforeEach
    void open() {
        shop = new ActingShop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void grant(Scope scope, Autonomy level) {
        shop.twin().controls().grant(Capability.PRICING, scope, level, OPERATOR);
    }

    private OutcomeKind applied(String id) {
        return shop.twin().apply(shop.price(id, "10", "11")).kind();
    }

    @Test
    void the_most_specific_scope_counts() {
        shop.twin().accept(VariantUpserted.of(Source.of("test"), MUG, "Mug", "kitchen", shop.now()));

        grant(Scope.of(WEB), Autonomy.ADVISE);
        assertThat(applied("d-1")).isEqualTo(OutcomeKind.REFUSED);
        grant(Scope.ofCategory("kitchen"), Autonomy.FULL);
        grant(Scope.EVERYTHING, Autonomy.OFF);
        assertThat(applied("d-2")).isEqualTo(OutcomeKind.APPLIED);
        grant(Scope.of(MUG), Autonomy.OFF);

        assertThat(shop.twin().apply(shop.price("d-3", "11", "12")).detail()).contains("off");
    }

    @Test
    void a_node_has_a_level_of_its_own() {
        shop.twin().controls().grant(Capability.INVENTORY, Scope.of(LEIPZIG), Autonomy.ADVISE, OPERATOR);

        assertThat(shop.twin().apply(shop.order("d-1", "5")).detail()).contains("advise");
    }

    @Test
    void a_grant_for_a_scope_survives_a_restart() {
        grant(Scope.of(MUG), Autonomy.ADVISE);
        shop.reopen();

        assertThat(applied("d-1")).isEqualTo(OutcomeKind.REFUSED);
    }

    /** As journals have it that were written before there were scopes. */
    @Test
    void a_grant_without_a_scope_is_for_everything() {
        var entity = new Entity(EntityKind.TWIN, "autonomy:PRICING");
        var header = EventHeader.of(TwinAct.TWIN, "autonomy:PRICING@then", entity, shop.now());
        var old = new AutonomyChanged(
                header, Capability.PRICING, "ADVISE", OPERATOR, Optional.empty(), OptionalDouble.empty());
        var state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(List.of(old))
                .state();
        var control = new Control(Map.of(Capability.PRICING, Autonomy.FULL), Optional.empty(), ApprovalOptions.DEFAULT);

        var target = new PriceQuestion(MUG, WEB, shop.now()).target();
        assertThat(control.of(Capability.PRICING, target, state)).isEqualTo(Autonomy.ADVISE);
    }

    @Test
    void in_the_shadow_the_twin_decides_and_advises_nothing() {
        grant(Scope.EVERYTHING, Autonomy.SHADOW);

        var decision = shop.twin().pricing().recommend(MUG, WEB);

        assertThat(decision.status()).isEqualTo(DecisionStatus.WITHHELD);
        assertThat(decision.action()).isEmpty();
        assertThat(shop.isAudited("\"status\":\"insufficient_data\"")).isTrue();
        assertThat(applied("d-1")).isEqualTo(OutcomeKind.REFUSED);
    }

    @Test
    void switched_off_it_does_not_even_write_down_what_it_would_do() {
        grant(Scope.EVERYTHING, Autonomy.OFF);

        assertThat(shop.twin().pricing().recommend(MUG, WEB).reasons()).anyMatch(it -> it.contains("off"));
        assertThat(shop.isAudited("\"status\":\"withheld\"")).isTrue();
    }

    @Test
    void at_the_level_of_approval_every_action_waits_for_a_yes() {
        grant(Scope.EVERYTHING, Autonomy.APPROVE);
        assertThat(applied("d-1")).isEqualTo(OutcomeKind.WAITING);

        shop.twin().controls().approve(shop.price("d-1", "10", "11").id(), OPERATOR, "fine");

        assertThat(applied("d-1")).isEqualTo(OutcomeKind.APPLIED);
    }

    private List<Integer> inShare(double share) {
        shop.twin().controls().grantCanary(Capability.PRICING, Scope.EVERYTHING, share, OPERATOR);
        var state = shop.twin().state();
        var control = new Control(Map.of(), Optional.empty(), ApprovalOptions.DEFAULT);
        return IntStream.range(0, 1_000)
                .filter(it -> control.of(
                                Capability.PRICING,
                                new PriceChange(Sku.of("S-" + it), WEB, ActingShop.eur("1"), ActingShop.eur("2"))
                                        .target(),
                                state)
                        == Autonomy.FULL)
                .boxed()
                .toList();
    }

    @Test
    void a_canary_acts_for_its_share_of_the_keys_always_the_same() {
        var fifth = inShare(0.2);
        var half = inShare(0.5);

        assertThat(fifth.size()).isBetween(150, 250);
        assertThat(half.size()).isBetween(440, 560);
        assertThat(half).containsAll(fifth);
        assertThat(inShare(0.2)).isEqualTo(fifth);
        assertThat(inShare(0)).isEmpty();
        assertThat(inShare(1)).hasSize(1_000);
    }

    @Test
    void a_canary_needs_a_share() {
        assertThatThrownBy(() -> grant(Scope.EVERYTHING, Autonomy.CANARY)).hasMessageContaining("grantCanary");
        assertThatThrownBy(() -> shop.twin().controls().grantCanary(Capability.PRICING, Scope.EVERYTHING, 20, OPERATOR))
                .hasMessageContaining("per cent");
    }
}
