package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.ANN;
import static dev.storetwin.core.ActingShop.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Permissions;
import dev.storetwin.decision.Right;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Role;
import dev.storetwin.type.SubjectId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsTest {

    private static final Actor VIEWER = new Actor(Role.VIEWER, "vera");
    private static final DecisionId D1 = DecisionId.of("d-1");

    @TempDir
    private Path folder;

    private ActingShop shop(Permissions rights) {
        return new ActingShop(folder, it -> it.roles(rights));
    }

    @Test
    void without_roles_everybody_may_do_everything() {
        try (var shop = new ActingShop(folder)) {
            assertThat(shop.twin().controls().stop(VIEWER, "drill")).isInstanceOf(Acceptance.Accepted.class);
        }
    }

    @Test
    void a_viewer_may_do_nothing_that_changes_the_world_or_the_rules() {
        try (var shop = shop(Permissions.USUAL)) {
            var twin = shop.twin();
            var controls = twin.controls();
            long before = twin.state().revision();

            assertThat(twin.apply(shop.price("d-1", "10", "11"), VIEWER).kind()).isEqualTo(OutcomeKind.REFUSED);
            assertThat(controls.apply(D1, VIEWER).detail()).contains("may not apply");
            assertThat(controls.approve(D1, VIEWER, "").detail()).contains("may not approve");
            assertThat(controls.reject(D1, VIEWER, "").detail()).contains("may not approve");
            assertThat(controls.resolve(D1, true, VIEWER, "").detail()).contains("may not resolve");
            assertThat(controls.rollback(D1, VIEWER, "").detail()).contains("may not roll back");
            assertThat(controls.rollbackSince(shop.now(), VIEWER, "")).isEmpty();
            assertThat(controls.stop(VIEWER, "")).isInstanceOf(Acceptance.Denied.class);
            assertThat(controls.release(VIEWER, "")).isInstanceOf(Acceptance.Denied.class);
            assertThat(controls.grant(Capability.PRICING, Autonomy.FULL, VIEWER))
                    .isInstanceOf(Acceptance.Denied.class);
            assertThat(twin.rules().install(RuleSet.of("none.drl", "// nothing"), VIEWER))
                    .isInstanceOf(Acceptance.Denied.class);
            assertThat(twin.people().erase(SubjectId.of("s-1"), VIEWER).isComplete())
                    .isFalse();

            assertThat(twin.state().revision()).isEqualTo(before);
            assertThat(shop.written()).isEmpty();
            assertThat(twin.audit().lines().filter(it -> it.contains("\"what\":\"denied\"")))
                    .hasSize(12);
        }
    }

    @Test
    void each_role_may_do_its_part() {
        try (var shop = shop(Permissions.USUAL)) {
            var controls = shop.twin().controls();
            shop.twin().apply(shop.reviewed("d-1", "10", "11"));

            assertThat(controls.approve(D1, OPERATOR, "fine").kind()).isEqualTo(OutcomeKind.REFUSED);
            assertThat(controls.approve(D1, ANN, "fine").kind()).isEqualTo(OutcomeKind.APPROVED);
            assertThat(controls.apply(D1, OPERATOR).kind()).isEqualTo(OutcomeKind.APPLIED);
            assertThat(controls.rollback(D1, OPERATOR, "no").kind()).isEqualTo(OutcomeKind.ROLLED_BACK);
        }
    }

    @Test
    void what_is_not_named_is_denied() {
        try (var shop = shop(Permissions.NONE.with(Role.OPERATOR, Right.STOP))) {
            assertThat(shop.twin().apply(shop.price("d-1", "10", "11")).detail())
                    .contains("HOST may not apply");
            assertThat(shop.twin().controls().stop(OPERATOR, "drill")).isInstanceOf(Acceptance.Accepted.class);
            assertThat(shop.twin().controls().release(OPERATOR, "over")).isInstanceOf(Acceptance.Denied.class);
        }
    }

    @Test
    void words_of_operators_cannot_be_handed_in_as_events() {
        try (var shop = shop(Permissions.USUAL)) {
            var twin = shop.twin();
            twin.controls().stop(OPERATOR, "drill");
            var release = KillSwitchChanged.of(false, VIEWER, shop.now().plusSeconds(60), "sneaking in");

            assertThat(twin.accept(release)).isInstanceOf(Acceptance.Denied.class);
            assertThat(twin.offer(release).toCompletableFuture().join()).isInstanceOf(Acceptance.Denied.class);
            twin.load(Stream.of(release));

            assertThat(twin.state().commitments().killSwitchEngaged()).isTrue();
            assertThat(twin.accept(ActionApplied.of(shop.price("d-1", "10", "11"))))
                    .isInstanceOf(Acceptance.Accepted.class);
        }
    }

    @Test
    void not_even_where_nobody_asked_for_roles() {
        try (var twin = StoreTwin.builder().build()) {
            twin.controls().stop(OPERATOR, "drill");
            var release = KillSwitchChanged.of(false, OPERATOR, Instant.now().plusSeconds(60), "sneaking in");

            assertThat(twin.accept(release)).isInstanceOf(Acceptance.Denied.class);

            assertThat(twin.state().commitments().killSwitchEngaged()).isTrue();
            assertThat(twin.audit().lines()).anyMatch(it -> it.contains("KillSwitchChanged is no event"));
        }
    }

    @Test
    void an_admin_has_every_right() {
        for (var right : Right.values()) {
            assertThat(Permissions.USUAL.allows(Role.ADMIN, right)).isTrue();
            assertThat(Permissions.USUAL.allows(Role.VIEWER, right)).isFalse();
        }
    }
}
