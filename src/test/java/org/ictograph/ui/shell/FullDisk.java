package org.ictograph.ui.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyFiles;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SqliteStudyFiles;

/** Real study files on a disk that is full from time to time: nothing can be committed then. */
final class FullDisk {
    private volatile boolean full;

    void full(boolean now) {
        full = now;
    }

    StudyFiles files() {
        return of(StudyFiles.class, new SqliteStudyFiles());
    }

    private <T> T of(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (full && method.getName().equals("commit")) {
                throw new StoreException(
                        Trouble.DISK, "The disk that holds the study is full; free some space and try again.");
            }
            try {
                Object result = method.invoke(real, given);
                return result instanceof StudyStore store ? of(StudyStore.class, store) : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        }));
    }
}
