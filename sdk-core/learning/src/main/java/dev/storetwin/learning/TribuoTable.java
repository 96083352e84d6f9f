package dev.storetwin.learning;

import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.TrainingTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Function;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Training tables in Tribuo's words: a row is an example, an unknown value is a feature that the example lacks. */
final class TribuoTable {

    static final String OUTPUT = "target";

    /** Tribuo writes down when something was made. The same table makes the same model at any time, so it is always this moment. */
    static final OffsetDateTime NO_TIME = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private TribuoTable() {}

    static MutableDataset<Regressor> of(TrainingTable table) {
        var names = table.features().columns().stream().map(it -> it.name()).toArray(String[]::new);
        return of(table, row -> known(table.features(), row, names), table::target);
    }

    /** With features of one's own, each name in an example once. */
    static MutableDataset<Regressor> of(
            TrainingTable table, Function<Integer, NamedNumbers> features, Function<Integer, Double> target) {
        var factory = new RegressionFactory();
        var source = new SimpleDataSourceProvenance("a training table", NO_TIME, factory);
        var dataset = new MutableDataset<Regressor>(source, factory);
        for (int row = 0; row < table.rows(); row++) {
            var numbers = features.apply(row);
            var example =
                    new ArrayExample<>(new Regressor(OUTPUT, target.apply(row)), numbers.names(), numbers.values());
            example.setWeight((float) table.weight(row));
            dataset.add(example);
        }
        return dataset;
    }

    private static NamedNumbers known(FeatureTable table, int row, String[] names) {
        var numbers = new NamedNumbers(names.length);
        for (int column = 0; column < names.length; column++) {
            if (!Double.isNaN(table.value(row, column))) {
                numbers.add(names[column], table.value(row, column));
            }
        }
        return numbers;
    }

    /** The one number that an example of ours says. */
    static double target(Example<Regressor> example) {
        return example.getOutput().getValues()[0];
    }

    /** Names with their numbers, as an example takes them. */
    static final class NamedNumbers {

        private final String[] names;
        private final double[] values;
        private int size;

        NamedNumbers(int most) {
            this.names = new String[most];
            this.values = new double[most];
        }

        void add(String name, double value) {
            names[size] = name;
            values[size++] = value;
        }

        private String[] names() {
            return Arrays.copyOf(names, size);
        }

        private double[] values() {
            return Arrays.copyOf(values, size);
        }
    }
}
