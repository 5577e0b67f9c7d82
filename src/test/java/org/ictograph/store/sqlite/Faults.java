package org.ictograph.store.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Makes connections whose statements fail when they are told to, before or after the real one has done its work. */
final class Faults {
    /** When a statement fails. */
    enum Moment {
        BEFORE,
        AFTER
    }

    private final SQLiteErrorCode code;
    private Predicate<String> failing = sql -> false;
    private Moment moment = Moment.BEFORE;
    private int left;
    private int refused;

    Faults(SQLiteErrorCode code) {
        this.code = code;
    }

    /** From now on so many statements like this fail. */
    void arm(String statement, Moment when, int times) {
        failing = statement::equals;
        moment = when;
        left = times;
    }

    /** From now on so many openings fail. */
    void refuseOpenings(int times) {
        refused = times;
    }

    /** The same openings, but they fail when told to. */
    Connector on(Connector real) {
        return () -> {
            if (refused > 0) {
                refused--;
                throw failure();
            }
            return on(real.connect());
        };
    }

    private Connection on(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Faults.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object made = call(real, method, arguments);
                    return method.getName().equals("createStatement") ? on((Statement) made) : made;
                });
    }

    private Statement on(Statement real) {
        return (Statement) Proxy.newProxyInstance(
                Faults.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    boolean fails =
                            method.getName().equals("execute") && failing.test((String) arguments[0]) && left > 0;
                    if (fails) {
                        left--;
                    }
                    if (fails && moment == Moment.BEFORE) {
                        call(real.getConnection(), Connection.class.getMethod("close"), new Object[0]);
                        throw failure();
                    }
                    Object outcome = call(real, method, arguments);
                    if (fails) {
                        throw failure();
                    }
                    return outcome;
                });
    }

    private SQLException failure() {
        return new SQLiteException("the disk said no", code);
    }

    private static Object call(Object real, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
