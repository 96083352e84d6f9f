package dev.storetwin.cli.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.csv.CsvProblem;
import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.Seasonality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFileTest {

    @TempDir
    private Path folder;

    private SeriesFile read(String text) throws IOException {
        return SeriesFile.read(Files.writeString(folder.resolve("s.csv"), text), Seasonality.NONE);
    }

    @Test
    void columns_of_numbers_go_along_with_the_periods_and_on_into_the_future() throws IOException {
        var series = read("series,index,value,Price,promo,sun\na,3,,4,True,\na,1,7,2,False,.5\na,4,,5,,\n")
                .series()
                .get(0);

        assertThat(series.values()).containsExactly(7);
        assertThat(series.regressors().names()).containsExactly(Regressors.PRICE, Regressors.PROMOTION, "sun");
        assertThat(series.regressors().column(Regressors.PRICE, 4)).containsExactly(2, Double.NaN, 4, 5);
        assertThat(series.regressors().column(Regressors.PROMOTION, 4)).containsExactly(0, Double.NaN, 1, Double.NaN);
        assertThat(series.regressors().value("sun", 0)).isEqualTo(.5);
    }

    @Test
    void columns_with_any_text_or_with_nothing_are_left_aside() throws IOException {
        var file = read("series,index,value,note,nothing,size\na,1,7,5,,3\na,2,7,large,,3\n");

        assertThat(file.columns()).containsExactly("size");
        assertThat(file.series().get(0).regressors().names()).containsExactly("size");
        assertThat(file.notes()).containsExactly("Without a use, for they hold text or nothing: note, nothing.");
    }

    @Test
    void each_series_has_the_columns_that_tell_of_it() throws IOException {
        var file = read("series,index,value,price\na,1,7,\nb,1,7,3\n");

        assertThat(file.series().get(0).regressors().isEmpty()).isTrue();
        assertThat(file.series().get(1).regressors().has(Regressors.PRICE)).isTrue();
    }

    @Test
    void many_rows_in_any_order_keep_their_numbers() throws IOException {
        var text = new StringBuilder("series,index,value,x\n");
        for (int i = 99; i >= 0; i--) {
            text.append("a,")
                    .append(i)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(i % 3 == 0 ? "" : i)
                    .append('\n');
        }

        var series = read(text.toString()).series().get(0);

        for (int i = 0; i < 100; i++) {
            assertThat(series.value(i)).isEqualTo(i);
            assertThat(series.regressors().value("x", i)).isEqualTo(Double.valueOf(i % 3 == 0 ? Double.NaN : i));
        }
    }

    @Test
    void aligned_series_sold_nothing_before_their_first_value_and_are_unknown_after_their_last() throws IOException {
        var aligned = read("series,index,value\na,2024-01,1\na,2024-02,2\nb,2024-02,5\nb,2024-03,6\nc,2024-02,\n")
                .aligned();

        assertThat(aligned.whole().get(0).values()).containsExactly(1, 2, Double.NaN);
        assertThat(aligned.whole().get(1).values()).containsExactly(0, 5, 6);
        assertThat(aligned.whole().get(2).values()).containsExactly(0, 0, 0);
        assertThat(aligned.own().get(0).values()).containsExactly(1, 2, Double.NaN);
        assertThat(aligned.own().get(1).values()).containsExactly(5, 6);
        assertThat(aligned.behind()).isEqualTo(1);
    }

    @Test
    void weeks_that_begin_on_different_days_cannot_be_aligned() throws IOException {
        var file = read("series,index,value\na,2024-01-01,1\na,2024-01-08,2\nb,2024-01-03,5\nb,2024-01-10,6\n");

        assertThatThrownBy(file::aligned).isInstanceOf(CsvProblem.class).hasMessageContaining("series b lie between");
    }
}
