package io.posture.safetystock;

import java.util.Map;

/** Settings of {@link AutoFormula} for the tests; each method returns a changed copy. */
record Settings(AutoFormula.Config config) {

    static final Settings DEFAULTS = new Settings(AutoFormula.Config.DEFAULTS);

    Settings method(Method method) {
        return with(method, config.methods(), config.undershoot(), config.service(), config.reviewDays(), config.use());
    }

    Settings methods(Map<String, Method> methods) {
        return with(config.method(), methods, config.undershoot(), config.service(), config.reviewDays(), config.use());
    }

    Settings withoutUndershoot() {
        return with(config.method(), config.methods(), false, config.service(), config.reviewDays(), config.use());
    }

    Settings fill() {
        return with(
                config.method(),
                config.methods(),
                config.undershoot(),
                ServiceGoal.Type.FILL,
                config.reviewDays(),
                config.use());
    }

    Settings review(double days) {
        return with(config.method(), config.methods(), config.undershoot(), config.service(), days, config.use());
    }

    Settings mixture() {
        return with(
                config.method(),
                config.methods(),
                config.undershoot(),
                config.service(),
                config.reviewDays(),
                AutoFormula.Use.MIXTURE);
    }

    Settings mixture(double demandStableShare, double leadTimeStableShare) {
        AutoFormula.Config mixed = mixture().config;
        return new Settings(new AutoFormula.Config(
                mixed.method(),
                mixed.methods(),
                mixed.undershoot(),
                mixed.service(),
                mixed.fillRate(),
                mixed.reviewDays(),
                mixed.use(),
                demandStableShare,
                leadTimeStableShare,
                mixed.smoothing(),
                mixed.seed(),
                mixed.criticalityStep(),
                mixed.vital(),
                mixed.essential(),
                mixed.desirable(),
                mixed.carryingRate()));
    }

    Settings essential(double level) {
        return new Settings(new AutoFormula.Config(
                config.method(),
                config.methods(),
                config.undershoot(),
                config.service(),
                config.fillRate(),
                config.reviewDays(),
                config.use(),
                config.demandStableShare(),
                config.leadTimeStableShare(),
                config.smoothing(),
                config.seed(),
                config.criticalityStep(),
                config.vital(),
                level,
                config.desirable(),
                config.carryingRate()));
    }

    Settings seed(long seed) {
        return new Settings(new AutoFormula.Config(
                config.method(),
                config.methods(),
                config.undershoot(),
                config.service(),
                config.fillRate(),
                config.reviewDays(),
                config.use(),
                config.demandStableShare(),
                config.leadTimeStableShare(),
                config.smoothing(),
                seed,
                config.criticalityStep(),
                config.vital(),
                config.essential(),
                config.desirable(),
                config.carryingRate()));
    }

    private Settings with(
            Method method,
            Map<String, Method> methods,
            boolean undershoot,
            ServiceGoal.Type service,
            double reviewDays,
            AutoFormula.Use use) {
        return new Settings(new AutoFormula.Config(
                method,
                methods,
                undershoot,
                service,
                config.fillRate(),
                reviewDays,
                use,
                config.demandStableShare(),
                config.leadTimeStableShare(),
                config.smoothing(),
                config.seed(),
                config.criticalityStep(),
                config.vital(),
                config.essential(),
                config.desirable(),
                config.carryingRate()));
    }
}
