package dev.storetwin.inventory;

import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.SupplierId;

/** Something scarce, of which the orders of one plan together take at most so much. */
public sealed interface PlanLimit {

    /** For people, and different for any two limits of a plan: {@code budget for acme}. */
    String name();

    /** How much there is, in its unit. */
    double most();

    /** A currency, {@code units}, or the name of an attribute. */
    String unit();

    /** Money that orders may cost together. */
    sealed interface Budget extends PlanLimit {

        Money money();

        @Override
        default double most() {
            return money().toDouble();
        }

        @Override
        default String unit() {
            return money().currency().getCurrencyCode();
        }
    }

    /** What all orders may cost together. */
    record TotalBudget(Money money) implements Budget {

        public TotalBudget {
            requireNotNegative(money.toDouble());
        }

        @Override
        public String name() {
            return "budget in total";
        }
    }

    /** What all orders to one supplier may cost together. */
    record SupplierBudget(SupplierId supplier, Money money) implements Budget {

        public SupplierBudget {
            requireNotNegative(money.toDouble());
        }

        @Override
        public String name() {
            return "budget for " + supplier;
        }
    }

    /** What all orders of one category may cost together. */
    record CategoryBudget(String category, Money money) implements Budget {

        public CategoryBudget {
            requireNotNegative(money.toDouble());
        }

        @Override
        public String name() {
            return "budget for category " + category;
        }
    }

    /** How many units the orders for one node may bring there together. */
    record UnitSpace(NodeId node, Quantity free) implements PlanLimit {

        public UnitSpace {
            requireNotNegative(free.toDouble());
        }

        @Override
        public String name() {
            return "space at " + node;
        }

        @Override
        public double most() {
            return free.toDouble();
        }

        @Override
        public String unit() {
            return "units";
        }
    }

    /**
     * How much room what is ordered for one node may take there together.
     *
     * @param free      in the unit of the attribute
     * @param attribute of a SKU that says what room one unit takes, such as {@code volume}: a decimal number
     */
    record AttributeSpace(NodeId node, double free, String attribute) implements PlanLimit {

        public AttributeSpace {
            requireNotNegative(free);
        }

        @Override
        public String name() {
            return "%s at %s".formatted(attribute, node);
        }

        @Override
        public double most() {
            return free;
        }

        @Override
        public String unit() {
            return attribute;
        }
    }

    private static void requireNotNegative(double most) {
        if (!(most >= 0 && most < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A limit of a plan must be at least zero and finite, not %s.\nMaybe leave it out where there is none."
                            .formatted(most));
        }
    }
}
