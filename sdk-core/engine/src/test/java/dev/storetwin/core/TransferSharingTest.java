package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.TransferSharing.Claim;
import dev.storetwin.core.inventory.NodeLimit;
import dev.storetwin.core.inventory.TransferLane;
import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.core.random.Draws;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TransferSharingTest {

    private static final NodeId NORTH = NodeId.of("north");
    private static final NodeId SOUTH = NodeId.of("south");
    private static final NodeId EAST = NodeId.of("east");
    private static final Quantity ONE = Quantity.of(1);

    /** What n units bring is so much for the first, and by a step less for each one more. */
    private static Claim claim(String sku, NodeId to, long units, double first, double step) {
        var question = TransferQuestion.of(Sku.of(sku), NORTH, to, SampleShop.NOW);
        double gain = worth(units, first, step);
        return new Claim(
                new TransferWish(question, Quantity.of(units), gain),
                ONE,
                it -> 100 + worth(it.toDouble(), first, step));
    }

    private static double worth(double units, double first, double step) {
        return units * first - step * units * (units - 1) / 2;
    }

    private static List<Quantity> shared(TransferOptions options, Claim... claims) {
        return TransferSharing.shares(
                List.of(claims), new TransferRoom(SampleShop.shop().state(), options));
    }

    private static TransferOptions takes(long units) {
        return TransferOptions.DEFAULT.withLimits(List.of(NodeLimit.takes(SOUTH, Quantity.of(units))));
    }

    @Test
    void the_next_unit_goes_to_whoever_gains_most_by_it() {
        // 10, 8, 6, 4 against 7, 6.5, 6: with room for four, two of each.
        var shares = shared(takes(4), claim("a", SOUTH, 4, 10, 2), claim("b", SOUTH, 3, 7, .5));

        assertThat(shares).containsExactly(Quantity.of(2), Quantity.of(2));
    }

    @Test
    void what_is_not_scarce_is_given_in_full() {
        assertThat(shared(takes(9), claim("a", SOUTH, 4, 10, 2), claim("b", EAST, 3, 7, 1)))
                .containsExactly(Quantity.of(4), Quantity.of(3));
    }

    @Test
    void lanes_and_both_ends_bind_together() {
        var lane = TransferLane.of(NORTH, SOUTH, 1, Money.of("1.00", "EUR")).withMost(Quantity.of(3));
        var options = TransferOptions.DEFAULT
                .withLanes(List.of(lane))
                .withLimits(List.of(NodeLimit.sends(NORTH, Quantity.of(5))));

        var shares = shared(options, claim("a", SOUTH, 9, 20, 1), claim("b", EAST, 9, 10, 1));

        assertThat(shares).containsExactly(Quantity.of(3), Quantity.of(2));
    }

    @Property(tries = 200)
    void with_one_thing_scarce_nobody_shares_better(@ForAll long seed) {
        var draw = Draws.of(seed).keyed("sharing", "small", 0);
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < 3; i++) {
            claims.add(claim(
                    "s" + i,
                    SOUTH,
                    1 + (long) (draw.nextDouble() * 5),
                    5 * draw.nextDouble() + 3,
                    .5 * draw.nextDouble()));
        }
        long room = (long) (draw.nextDouble() * 12);

        var shares = shared(takes(room), claims.toArray(Claim[]::new));

        double worth = 0;
        for (int i = 0; i < shares.size(); i++) {
            worth += value(claims.get(i), shares.get(i).thousandths() / 1000);
        }
        assertThat(worth).isCloseTo(best(claims, 0, room), within(1e-9));
    }

    private static double value(Claim claim, long units) {
        return units == 0 ? 0 : claim.value().applyAsDouble(Quantity.of(units)) - 100;
    }

    private static double best(List<Claim> claims, int index, long room) {
        if (index == claims.size()) {
            return 0;
        }
        long most = Math.min(room, claims.get(index).wish().quantity().thousandths() / 1000);
        return LongStream.rangeClosed(0, most)
                .mapToDouble(it -> value(claims.get(index), it) + best(claims, index + 1, room - it))
                .max()
                .orElseThrow();
    }
}
