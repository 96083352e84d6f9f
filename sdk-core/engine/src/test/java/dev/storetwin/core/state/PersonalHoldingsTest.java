package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.ConsentChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.SearchPerformed;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.SubjectsLinked;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.Visit;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Personal;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.TaxMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalHoldingsTest {

    private static final Source SHOP = Source.of("shop");
    private static final Channel WEB = Channel.of("web");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final SubjectId ANNA = SubjectId.of("s-anna");
    private static final SubjectId ANNA_AT_TILL = SubjectId.of("s-anna-at-the-till");
    private static final SubjectId BERT = SubjectId.of("s-bert");

    private static final List<TwinEvent> HISTORY = List.of(
            search("v-1", Optional.empty(), "gift for bert"),
            search("v-1", Optional.of(ANNA), "red shoes"),
            search("v-2", Optional.of(BERT), "socks"),
            new IdentityClaimed(
                    header(EntityKind.SUBJECT, ANNA.value(), 1),
                    ANNA,
                    List.of(Claim.of(ClaimKind.EMAIL, "anna@example.org"))),
            new ConsentChanged(header(EntityKind.CONSENT, "anna/marketing", 1), ANNA, "marketing", true),
            new SubjectsLinked(header(EntityKind.SUBJECT, "link", 2), ANNA, ANNA_AT_TILL, Set.of(ClaimKind.EMAIL)),
            order("1001", ANNA),
            order("1002", ANNA),
            order("1003", BERT),
            OrderCancelled.of(SHOP, OrderId.of("1002"), NOON.plusSeconds(180), "changed her mind"),
            shipment("p-1", "1001", "TRACK-ANNA"),
            shipment("p-3", "1003", "TRACK-BERT"));

    private final ShopState state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
            .after(HISTORY)
            .state();

    @Test
    void a_subject_has_its_orders_their_shipments_and_the_visits_it_was_known_in() {
        var holdings = PersonalHoldings.of(state, ANNA).with(HISTORY, state);

        assertThat(holdings.owners())
                .containsExactly("order/1001", "order/1002", "session/v-1", "shipment/p-1", "subject/s-anna");
        assertThat(holdings.linked()).containsExactly(ANNA_AT_TILL);
    }

    @Test
    void a_subject_that_nobody_knows_has_its_own_key_alone() {
        assertThat(PersonalHoldings.of(state, SubjectId.of("s-new")).owners()).containsExactly("subject/s-new");
    }

    @Test
    void an_export_holds_all_of_one_person_and_nothing_of_others() throws IOException {
        var holdings = PersonalHoldings.of(state, ANNA).with(HISTORY, state);
        var out = new ByteArrayOutputStream();

        long events = new SubjectExport(holdings, state).write(HISTORY, out);

        assertThat(events).isEqualTo(9);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "anna@example.org",
                        "red shoes",
                        "gift for bert",
                        "TRACK-ANNA",
                        "\"linked\":[\"s-anna-at-the-till\"]")
                .contains("\"consents\":{\"marketing\":true}")
                .doesNotContain("TRACK-BERT", "socks", "s-bert")
                .contains("\"event\":\"OrderPlaced\"", "\"quantity\":2", "\"amount\":10.00,\"currency\":\"EUR\"");
    }

    @Test
    void a_purpose_is_allowed_by_consent_alone() {
        assertThat(state.customers().allows(ANNA, "marketing")).isTrue();
        assertThat(state.customers().allows(ANNA, "profiling")).isFalse();
        assertThat(state.customers().allows(ANNA_AT_TILL, "marketing")).isFalse();
        assertThat(state.customers().allows(SubjectId.of("s-new"), "marketing")).isFalse();
    }

    private static EventHeader header(EntityKind kind, String id, int minute) {
        return EventHeader.of(SHOP, kind, id, NOON.plusSeconds(60L * minute));
    }

    private static TwinEvent search(String visit, Optional<SubjectId> subject, String words) {
        return new SearchPerformed(
                header(EntityKind.SESSION, visit, words.length()),
                new Visit(SessionId.of(visit), subject, WEB),
                Personal.of(words),
                OptionalInt.empty(),
                List.of());
    }

    private static TwinEvent order(String id, SubjectId subject) {
        return OrderPlaced.of(SHOP, OrderId.of(id), WEB, NOON, line()).by(subject);
    }

    private static OrderLine line() {
        return OrderLine.of("1", Sku.of("SHOE"), Quantity.of(2), Money.of("10.00", "EUR"), TaxMode.GROSS);
    }

    private static TwinEvent shipment(String parcel, String order, String tracking) {
        return new ShipmentDispatched(
                header(EntityKind.SHIPMENT, parcel, 5),
                ShipmentId.of(parcel),
                Optional.of(OrderId.of(order)),
                NodeId.of("depot"),
                List.of(),
                Optional.empty(),
                Optional.of(Personal.of(tracking)));
    }
}
