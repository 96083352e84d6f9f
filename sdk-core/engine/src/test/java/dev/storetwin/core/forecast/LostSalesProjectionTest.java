package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LostSalesProjectionTest {

    /**
     * By hand, 5 on hand, 4 coming on day 3. First future asks 3, 3, 2: day 1 leaves 2, day 2 sells 2 and loses 1, day 3 has 4 and leaves 2.
     * Second future asks 0, 1, 9: leaves 5, then 4, then sells 8 of 9.
     */
    @Test
    void follows_two_futures_day_by_day() {
        var stock = LostSalesProjection.of(5, new double[] {0, 0, 4}, new double[][] {{3, 3, 2}, {0, 1, 9}});

        assertThat(stock.horizon()).isEqualTo(3);
        assertThat(stock.arrivals(3)).isEqualTo(4);
        assertThat(stock.mean(1)).isEqualTo(3.5);
        assertThat(stock.mean(2)).isEqualTo(2);
        assertThat(stock.mean(3)).isEqualTo(1);
        assertThat(stock.expectedSold(1, 4)).isEqualTo((3 + 2 + 2 + 0 + 1 + 8) / 2.0);
        assertThat(stock.expectedLost(1, 4)).isEqualTo(1);
        assertThat(stock.expectedHeld(1, 4)).isEqualTo(6.5);
        assertThat(stock.stockOutProbability(1, 3)).isEqualTo(.5);
        assertThat(stock.stockOutProbability(1, 4)).isEqualTo(1);
        assertThat(stock.stockOutProbability(1, 2)).isZero();
        assertThat(stock.quantile(1, .5)).isCloseTo(3.5, within(1e-12));
    }

    @Test
    void what_was_promised_is_filled_before_anything_new_is_sold() {
        var stock = LostSalesProjection.of(-3, new double[] {0, 5}, new double[][] {{2, 4}});

        assertThat(stock.mean(1)).isEqualTo(-3);
        assertThat(stock.expectedLost(1, 2)).isEqualTo(2);
        assertThat(stock.expectedSold(2, 3)).isEqualTo(2);
        assertThat(stock.expectedHeld(1, 3)).isZero();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void units_are_conserved(
            @ForAll @IntRange(min = -20, max = 50) int start,
            @ForAll @Size(8) int[] arrivals,
            @ForAll @Size(8) int[] demand) {
        var coming = new double[8];
        var asked = new double[8];
        double total = start;
        double wanted = 0;
        for (int day = 0; day < 8; day++) {
            coming[day] = Math.floorMod(arrivals[day], 30);
            asked[day] = Math.floorMod(demand[day], 30);
            total += coming[day];
            wanted += asked[day];
        }

        var stock = LostSalesProjection.of(start, coming, new double[][] {asked});

        assertThat(stock.mean(8) + stock.expectedSold(1, 9)).isEqualTo(total);
        assertThat(stock.expectedSold(1, 9) + stock.expectedLost(1, 9)).isEqualTo(wanted);
    }

    @Test
    void refuses_a_step_that_is_not_there() {
        var stock = LostSalesProjection.of(5, new double[] {0}, new double[][] {{1}});

        assertThatIllegalArgumentException().isThrownBy(() -> stock.mean(0)).withMessageContaining("count from 1");
        assertThatIllegalArgumentException().isThrownBy(() -> stock.mean(2));
    }
}
