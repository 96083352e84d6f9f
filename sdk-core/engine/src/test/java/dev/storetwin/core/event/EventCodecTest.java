package dev.storetwin.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.binary.MalformedBytes;
import dev.storetwin.core.crypto.PersonalCipher;
import dev.storetwin.event.Claim;
import dev.storetwin.event.ClaimKind;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventKey;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.SearchPerformed;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.Visit;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Personal;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Source SHOP = Source.of("shop");

    private final EventCodec codec = EventCodec.PLAIN;

    private static EncodedEvent forgotten(EncodedEvent encoded) {
        return EncodedEvent.of(encoded.toByteArray());
    }

    @Property(tries = 100)
    void an_event_of_any_kind_comes_back_as_it_was(@ForAll long seed) {
        for (var event : new AnyEvents(seed).oneOfEach()) {
            assertThat(codec.decode(forgotten(codec.encode(event)))).isEqualTo(event);
        }
    }

    @Property(tries = 100)
    void equal_events_are_equal_bytes(@ForAll long seed) {
        var one = new AnyEvents(seed).oneOfEach();
        var other = new AnyEvents(seed).oneOfEach();

        for (int i = 0; i < one.size(); i++) {
            assertThat(codec.encode(one.get(i)).toByteArray())
                    .isEqualTo(codec.encode(other.get(i)).toByteArray());
        }
    }

    @Property(tries = 100)
    void what_is_read_without_decoding_is_what_the_event_says(@ForAll long seed) {
        for (var event : new AnyEvents(seed).oneOfEach()) {
            var encoded = forgotten(codec.encode(event));
            var header = event.header();

            assertThat(encoded.kind()).isEqualTo(event.getClass());
            assertThat(encoded.key()).isEqualTo(header.key());
            assertThat(encoded.entity()).isEqualTo(header.entity());
            assertThat(encoded.document()).isEqualTo(event.document());
            assertThat(encoded.version()).isEqualTo(header.version());
            assertThat(encoded.occurredAt()).isEqualTo(header.occurredAt());
            assertThat(encoded.receivedAt()).isEqualTo(header.receivedAt());
        }
    }

    @Test
    void every_event_begins_with_its_header() {
        assertThat(AnyEvents.kinds()).allMatch(it -> it.getRecordComponents()[0].getType() == EventHeader.class);
    }

    @Property(tries = 100)
    void the_way_an_event_came_is_no_part_of_its_content(@ForAll long seed) {
        var event = new AnyEvents(seed).any(ProductViewed.class);
        var header = event.header();
        var again = new EventHeader(
                new EventKey(SHOP, "again"),
                header.entity(),
                SourceVersion.of(7),
                header.occurredAt().plusSeconds(1),
                NOON,
                Optional.of(header.key()));

        var one = codec.encode(event);
        var other = codec.encode(new ProductViewed(again, event.visit(), event.sku()));

        assertThat(one.sameContent(other)).isTrue();
        assertThat(one.sameKey(other)).isFalse();
        assertThat(one.keyFingerprint()).isNotEqualTo(other.keyFingerprint());
        assertThat(one.sameContent(codec.encode(new ProductViewed(header, event.visit(), Sku.of("another")))))
                .isFalse();
    }

    @Test
    void the_moment_of_receipt_is_no_part_of_the_fingerprint() {
        var view = view("1", "MUG");
        var later = new ProductViewed(view.header().withReceivedAt(NOON.plusSeconds(60)), view.visit(), view.sku());

        assertThat(codec.encode(later).fingerprint())
                .isEqualTo(codec.encode(view).fingerprint());
        assertThat(codec.encode(later)).isNotEqualTo(codec.encode(view));
        assertThat(codec.encode(view("2", "MUG")).fingerprint())
                .isNotEqualTo(codec.encode(view).fingerprint());
    }

    private static ProductViewed view(String id, String sku) {
        var header = EventHeader.of(SHOP, EntityKind.SESSION, "s-" + id, NOON);
        return new ProductViewed(
                header, new Visit(SessionId.of("s-" + id), Optional.empty(), Channel.of("web")), Sku.of(sku));
    }

    @Property(tries = 300)
    void damaged_bytes_are_another_event_or_a_clear_error(@ForAll long seed, @ForAll Random chance) {
        var bytes = codec.encode(new AnyEvents(seed).any()).toByteArray();
        for (int i = 0; i < 20; i++) {
            var damaged = bytes.clone();
            int flips = 1 + chance.nextInt(3);
            for (int flip = 0; flip < flips; flip++) {
                damaged[chance.nextInt(damaged.length)] ^= (byte) (1 << chance.nextInt(8));
            }
            int length = chance.nextInt(4) == 0 ? chance.nextInt(damaged.length + 1) : damaged.length;
            assertReadsOrSaysWhy(damaged, length);
        }
    }

    private void assertReadsOrSaysWhy(byte[] bytes, int length) {
        try {
            assertThat(codec.decode(EncodedEvent.of(bytes, 0, length))).isNotNull();
        } catch (MalformedBytes damaged) {
            assertThat(damaged).hasMessageContaining("Expected").hasMessageContaining("Maybe");
        }
    }

    @Test
    void bytes_that_go_on_after_the_event_are_refused() {
        var bytes = codec.encode(view("1", "MUG")).toByteArray();
        var longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);

        assertThatThrownBy(() -> codec.decode(EncodedEvent.of(longer))).isInstanceOf(MalformedBytes.class);
    }

    @Test
    void a_view_takes_few_bytes() {
        var encoded = codec.encode(view("1", "MUG"));

        assertThat(encoded.length()).isLessThan(100);
    }

    /** Seals by writing the owner's name before the value; forgets owners. */
    private static final class ForgetfulCipher implements PersonalCipher {

        private final Set<String> forgotten = new HashSet<>();
        private final List<String> owners = new ArrayList<>();

        @Override
        public byte[] seal(String owner, byte[] context, String value) {
            owners.add(owner);
            var mask = java.util.Arrays.hashCode(context);
            return (mask + "|" + new StringBuilder(value).reverse()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> open(String owner, byte[] context, byte[] sealed) {
            var text = new String(sealed, StandardCharsets.UTF_8);
            assertThat(text).startsWith(java.util.Arrays.hashCode(context) + "|");
            return forgotten.contains(owner)
                    ? Optional.empty()
                    : Optional.of(new StringBuilder(text.substring(text.indexOf('|') + 1))
                            .reverse()
                            .toString());
        }
    }

    private static IdentityClaimed claimed(String eventId, String... emails) {
        var header = EventHeader.of(SHOP, eventId, new dev.storetwin.event.Entity(EntityKind.SUBJECT, "s-17"), NOON);
        var claims = java.util.Arrays.stream(emails)
                .map(it -> Claim.of(ClaimKind.EMAIL, it))
                .toList();
        return new IdentityClaimed(header, SubjectId.of("s-17"), claims);
    }

    @Test
    void personal_values_are_sealed_and_opened_again() {
        var sealing = new EventCodec(new ForgetfulCipher());
        var event = claimed("1", "ada@example.org", "lovelace@example.org");

        var encoded = sealing.encode(event);

        assertThat(new String(encoded.toByteArray(), StandardCharsets.UTF_8)).doesNotContain("ada@", "lovelace@");
        assertThat(sealing.decode(forgotten(encoded))).isEqualTo(event);
    }

    @Property(tries = 50)
    void every_kind_seals_all_that_is_personal_in_it(@ForAll long seed) {
        var sealing = new EventCodec(new ForgetfulCipher());
        for (var event : new AnyEvents(seed).oneOfEach()) {
            var encoded = sealing.encode(event);

            assertThat(new String(encoded.toByteArray(), StandardCharsets.UTF_8))
                    .doesNotContain("secret");
            assertThat(sealing.decode(forgotten(encoded))).isEqualTo(event);
        }
    }

    @Test
    void a_forgotten_person_leaves_erased_values_and_the_same_bytes() {
        var cipher = new ForgetfulCipher();
        var sealing = new EventCodec(cipher);
        var encoded = sealing.encode(claimed("1", "ada@example.org"));

        cipher.forgotten.add("subject/s-17");
        var event = (IdentityClaimed) sealing.decode(forgotten(encoded));

        var value = event.claims().get(0).value();
        assertThat(value.isErased()).isTrue();
        assertThat(value.reveal()).isEmpty();
        assertThat(value).isNotEqualTo(Personal.erased());
        assertThat(sealing.decode(forgotten(sealing.encode(event)))).isInstanceOf(IdentityClaimed.class);
    }

    @Test
    void the_same_fact_under_another_id_is_sealed_alike() {
        var sealing = new EventCodec(new ForgetfulCipher());

        var one = sealing.encode(claimed("1", "ada@example.org"));
        var other = sealing.encode(claimed("2", "ada@example.org"));

        assertThat(one.sameContent(other)).isTrue();
    }

    @Test
    void a_value_belongs_to_the_person_else_to_the_visit_else_to_the_document() {
        var cipher = new ForgetfulCipher();
        var sealing = new EventCodec(cipher);
        var header = EventHeader.of(SHOP, EntityKind.SESSION, "v-1", NOON);
        var stranger = new Visit(SessionId.of("v-1"), Optional.empty(), Channel.of("web"));
        var known = new Visit(SessionId.of("v-1"), Optional.of(SubjectId.of("s-17")), Channel.of("web"));

        sealing.encode(searched(header, stranger));
        sealing.encode(searched(header, known));
        sealing.encode(shipped());

        assertThat(cipher.owners).containsExactly("session/v-1", "subject/s-17", "order/1001");
    }

    private static TwinEvent searched(EventHeader header, Visit visit) {
        return new SearchPerformed(header, visit, Personal.of("red socks"), OptionalInt.empty(), List.of());
    }

    private static TwinEvent shipped() {
        return new dev.storetwin.event.ShipmentDispatched(
                EventHeader.of(SHOP, EntityKind.SHIPMENT, "p-1", NOON),
                dev.storetwin.type.ShipmentId.of("p-1"),
                Optional.of(dev.storetwin.type.OrderId.of("1001")),
                dev.storetwin.type.NodeId.of("north"),
                List.of(),
                Optional.empty(),
                Optional.of(Personal.of("1Z999")));
    }
}
