package dev.storetwin.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.inventory.demand.LossFunction;
import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.inventory.lotsize.EconomicOrder;
import dev.storetwin.core.inventory.lotsize.Lot;
import dev.storetwin.core.inventory.newsvendor.Newsvendor;
import dev.storetwin.core.inventory.reorder.MinMax;
import dev.storetwin.core.inventory.reorder.PeriodicReview;
import dev.storetwin.core.inventory.reorder.ReorderCosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The section on models in docs/guide/inventory.md: its example, line by line, and the numbers that it names. */
class ModelsGuideTest {

    @Test
    void the_example_gives_the_numbers_that_the_guide_names() {
        var order = new EconomicOrder(8, .225, 1300);
        Lot lot = order.best();
        double other = order.cost(400);
        var demand = LossFunction.normal(50, 8);
        var costs = new ReorderCosts(64, 1, 9);
        MinMax policy = new PeriodicReview(costs, UnitDemand.poisson(10)).best();

        assertThat(lot.quantity()).isEqualTo(304.05, within(.01));
        assertThat(lot.cost()).isEqualTo(68.41, within(.01)).isLessThan(other);
        assertThat(order.withBackorders(5).best().backordered()).isEqualTo(.043, within(.001));
        assertThat(new Newsvendor(.18, .70).best(demand).level()).isEqualTo(56.6, within(.01));
        assertThat(new Newsvendor(.18, .70).best(demand.over(4 + 1)).level()).isEqualTo(264.8, within(.05));
        assertThat(policy.reorderPoint()).isEqualTo(6);
        assertThat(policy.orderUpTo()).isEqualTo(40);
        assertThat(policy.cost()).isEqualTo(35.02, within(.01));
    }

    @Test
    void each_line_of_the_example_is_compiled_here() throws IOException {
        var repository = repository();
        var here = squeezed(Files.readString(
                repository.resolve("sdk-core/engine/src/test/java/dev/storetwin/core/inventory/ModelsGuideTest.java")));
        var guide = Files.readString(repository.resolve("docs/guide/inventory.md"));
        var section = guide.substring(guide.indexOf("## Models\n"));
        var example = section.substring(section.indexOf("```java\n") + 8);

        var lines = example.substring(0, example.indexOf("```"))
                .lines()
                .map(ModelsGuideTest::squeezed)
                .filter(it -> !it.isEmpty())
                .toList();

        assertThat(lines).hasSizeGreaterThan(7).allMatch(it -> here.contains(it.substring(0, it.length() - 1)));
    }

    private static String squeezed(String code) {
        return code.replaceAll("//[^\n]*", "").replaceAll("\\s+", "");
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(it -> Files.isDirectory(it.resolve("docs/guide")))
                .findFirst()
                .orElseThrow();
    }
}
