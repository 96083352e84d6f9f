/** Linear and mixed integer programs, solved by ojAlgo. */
module dev.storetwin.optimisers {
    requires dev.storetwin.core;
    requires static org.jspecify;
    requires ojalgo;

    provides dev.storetwin.core.solver.LinearOptimiser with
            dev.storetwin.optimisers.OjAlgoOptimiser;
}
