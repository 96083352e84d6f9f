/** The words and the ports of a shop's digital twin. */
module dev.storetwin.api {
    requires static transitive org.jspecify;

    exports dev.storetwin;
    exports dev.storetwin.audit;
    exports dev.storetwin.decision;
    exports dev.storetwin.event;
    exports dev.storetwin.experiment;
    exports dev.storetwin.feature;
    exports dev.storetwin.forecast;
    exports dev.storetwin.fulfillment;
    exports dev.storetwin.guardrail;
    exports dev.storetwin.identity;
    exports dev.storetwin.inventory;
    exports dev.storetwin.merchandising;
    exports dev.storetwin.model;
    exports dev.storetwin.monitor;
    exports dev.storetwin.platform;
    exports dev.storetwin.pricing;
    exports dev.storetwin.proposal;
    exports dev.storetwin.returns;
    exports dev.storetwin.simulation;
    exports dev.storetwin.state;
    exports dev.storetwin.type;
}
