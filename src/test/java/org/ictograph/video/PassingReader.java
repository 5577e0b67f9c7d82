package org.ictograph.video;

import org.ictograph.work.Progress;

/** Hands on to another reader what every reader must do; where a reader may do better, it does not. */
public class PassingReader implements FrameReader {
    private final FrameReader real;

    public PassingReader(FrameReader real) {
        this.real = real;
    }

    @Override
    public FrameIndex index() {
        return real.index();
    }

    @Override
    public int width() {
        return real.width();
    }

    @Override
    public int height() {
        return real.height();
    }

    @Override
    public void read(int frame, Picture into) throws VideoException {
        real.read(frame, into);
    }

    @Override
    public int readKey(int frame, Picture into) throws VideoException {
        return real.readKey(frame, into);
    }

    @Override
    public void scan(int from, int to, LumaVisitor visitor, Progress progress) throws VideoException {
        real.scan(from, to, visitor, progress);
    }

    @Override
    public void close() {
        real.close();
    }
}
