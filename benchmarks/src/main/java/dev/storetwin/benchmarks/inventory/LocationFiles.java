package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.inventory.placement.PlacementCase;
import dev.storetwin.core.inventory.placement.PlacementCase.Customer;
import dev.storetwin.core.inventory.placement.PlacementCase.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads facility location problems from a folder: {@code instances.csv} and three tables, plain or {@code .gz}. Columns are found by name. */
final class LocationFiles {

    /**
     * A problem with its published optimum.
     *
     * @param published not a number when there is none
     */
    record Problem(String name, PlacementCase given, double published) {}

    private LocationFiles() {}

    static List<Problem> read(Path folder) throws IOException {
        var sites = new LinkedHashMap<String, Map<String, Site>>();
        for (var row : table(folder, "facilities", "instance", "facility", "capacity", "opening_cost")) {
            sites.computeIfAbsent(row[0], it -> new LinkedHashMap<>())
                    .put(row[1], new Site(row[1], Double.parseDouble(row[2]), Double.parseDouble(row[3])));
        }
        var customers = new LinkedHashMap<String, Map<String, Customer>>();
        for (var row : table(folder, "customers", "instance", "customer", "demand")) {
            customers
                    .computeIfAbsent(row[0], it -> new LinkedHashMap<>())
                    .put(row[1], new Customer(row[1], Double.parseDouble(row[2])));
        }
        var costs = new LinkedHashMap<String, Map<String, Map<String, Double>>>();
        for (var row : table(folder, "assignment_costs", "instance", "customer", "facility", "cost")) {
            costs.computeIfAbsent(row[0], it -> new LinkedHashMap<>())
                    .computeIfAbsent(row[1], it -> new LinkedHashMap<>())
                    .put(row[2], Double.parseDouble(row[3]));
        }
        var problems = new ArrayList<Problem>();
        for (var row : table(folder, "instances", "instance", "optimum")) {
            double published = row[1].isEmpty() ? Double.NaN : Double.parseDouble(row[1]);
            var given = problem(known(sites, row[0]), known(customers, row[0]), known(costs, row[0]));
            problems.add(new Problem(row[0], given, published));
        }
        return problems;
    }

    private static PlacementCase problem(
            Map<String, Site> sites, Map<String, Customer> customers, Map<String, Map<String, Double>> costs) {
        var rows = customers.keySet().stream()
                .map(customer -> sites.keySet().stream()
                        .map(site -> known(costs, customer).getOrDefault(site, Double.POSITIVE_INFINITY))
                        .toList())
                .toList();
        return PlacementCase.of(List.copyOf(sites.values()), List.copyOf(customers.values()), rows);
    }

    private static <V> V known(Map<String, V> table, String name) {
        return Objects.requireNonNull(table.get(name), () -> "a table has no row of " + name);
    }

    /** The rows of a table, their cells in the order of these columns; a column that is not there is empty. */
    private static List<String[]> table(Path folder, String name, String... columns) throws IOException {
        try (var lines = open(folder, name)) {
            var header =
                    Arrays.asList(Objects.requireNonNull(lines.readLine(), name).split(",", -1));
            return lines.lines()
                    .map(line -> line.split(",", -1))
                    .map(cells -> Arrays.stream(columns)
                            .map(column -> header.contains(column) ? cells[header.indexOf(column)] : "")
                            .toArray(String[]::new))
                    .toList();
        }
    }

    private static BufferedReader open(Path folder, String name) throws IOException {
        var plain = folder.resolve(name + ".csv");
        var packed = folder.resolve(name + ".csv.gz");
        InputStream in =
                Files.exists(plain) ? Files.newInputStream(plain) : new GZIPInputStream(Files.newInputStream(packed));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
