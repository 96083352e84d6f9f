package dev.storetwin.core.inventory.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sites that may be opened, customers (or regions) that are each served from one of them, and what that costs. */
public final class PlacementCase {

    /**
     * A place to stock at.
     *
     * @param name        for people
     * @param capacity    the most demand it can serve; infinite when nothing bounds it
     * @param openingCost what it costs to stock there at all, over the time that the demands are about
     */
    public record Site(String name, double capacity, double openingCost) {

        public Site {
            if (!(capacity >= 0) || !(openingCost >= 0 && Double.isFinite(openingCost))) {
                throw new IllegalArgumentException("""
                        Site %s has a capacity of %s and costs %s to open: neither may be negative or unknown.
                        Maybe its capacity is not known: then ask its operator, or say that nothing bounds it.""".formatted(name, capacity, openingCost));
            }
        }
    }

    /**
     * Who is served.
     *
     * @param name   for people
     * @param demand what is wanted, in the unit of the capacities
     */
    public record Customer(String name, double demand) {

        public Customer {
            if (!(demand >= 0 && Double.isFinite(demand))) {
                throw new IllegalArgumentException("""
                        Customer %s wants %s: a demand is a number of units, not negative.
                        Maybe returns were counted as sales.""".formatted(name, demand));
            }
        }
    }

    private final List<Site> sites;
    private final List<Customer> customers;
    private final double[][] costs;

    private PlacementCase(List<Site> sites, List<Customer> customers, double[][] costs) {
        this.sites = sites;
        this.customers = customers;
        this.costs = costs;
    }

    /**
     * A case.
     *
     * @param costs one row for each customer with one number for each site: what it costs to serve all of the customer's demand from there; infinite
     *              where it cannot be served
     */
    public static PlacementCase of(List<Site> sites, List<Customer> customers, List<List<Double>> costs) {
        if (sites.isEmpty() || costs.size() != customers.size()) {
            throw new IllegalArgumentException("""
                    %d sites, %d customers and costs of %d customers: at least one site and a row for each customer is needed.
                    Maybe a list was read only in part.""".formatted(sites.size(), customers.size(), costs.size()));
        }
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < customers.size(); i++) {
            rows.add(row(customers.get(i), costs.get(i), sites.size()));
        }
        return new PlacementCase(List.copyOf(sites), List.copyOf(customers), rows.toArray(double[][]::new));
    }

    private static double[] row(Customer customer, List<Double> costs, int sites) {
        var row = costs.stream().mapToDouble(Double::doubleValue).toArray();
        if (row.length != sites || Arrays.stream(row).anyMatch(cost -> !(cost > Double.NEGATIVE_INFINITY))) {
            throw new IllegalArgumentException("""
                    Customer %s has %d costs for %d sites, or one that is no number.
                    Maybe a cost is missing: a site that cannot serve the customer costs infinitely much.""".formatted(customer.name(), row.length, sites));
        }
        return row;
    }

    public List<Site> sites() {
        return sites;
    }

    public List<Customer> customers() {
        return customers;
    }

    /** What it costs to serve that customer from that site, by their places. */
    public double cost(int customer, int site) {
        return costs[customer][site];
    }
}
