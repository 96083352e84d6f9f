/** The engine of a shop's digital twin. */
module dev.storetwin.core {
    requires transitive dev.storetwin.api;
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.management;
    requires com.github.benmanes.caffeine;
    requires org.pcollections;
    requires org.slf4j;

    uses dev.storetwin.core.crypto.VaultProvider;
    uses dev.storetwin.core.solver.LinearOptimiser;
    uses dev.storetwin.guardrail.RuleCompiler;
    uses dev.storetwin.model.Learner;

    provides dev.storetwin.guardrail.RuleTables with
            dev.storetwin.core.guardrail.SheetTables;

    exports dev.storetwin.core.audit;
    exports dev.storetwin.core.crypto;
    exports dev.storetwin.core.feature;
    exports dev.storetwin.core.forecast;
    exports dev.storetwin.core.forecast.backtest;
    exports dev.storetwin.core.forecast.coldstart;
    exports dev.storetwin.core.forecast.effects;
    exports dev.storetwin.core.forecast.hierarchy;
    exports dev.storetwin.core.forecast.panel;
    exports dev.storetwin.core.forecast.pooled;
    exports dev.storetwin.core.guardrail;
    exports dev.storetwin.core.identity;
    exports dev.storetwin.core.inventory;
    exports dev.storetwin.core.inventory.demand;
    exports dev.storetwin.core.inventory.echelon;
    exports dev.storetwin.core.inventory.horizon;
    exports dev.storetwin.core.inventory.lostsales;
    exports dev.storetwin.core.inventory.lotsize;
    exports dev.storetwin.core.inventory.newsvendor;
    exports dev.storetwin.core.inventory.placement;
    exports dev.storetwin.core.inventory.policy;
    exports dev.storetwin.core.inventory.reorder;
    exports dev.storetwin.core.inventory.transfer;
    exports dev.storetwin.core.journal;
    exports dev.storetwin.core.pricing;
    exports dev.storetwin.core.pricing.promotion;
    exports dev.storetwin.core.pricing.elasticity;
    exports dev.storetwin.core.pricing.choice;
    exports dev.storetwin.core.pricing.markdown;
    exports dev.storetwin.core.pricing.plan;
    exports dev.storetwin.core.random;
    exports dev.storetwin.core.solver;
    exports dev.storetwin.core;
}
