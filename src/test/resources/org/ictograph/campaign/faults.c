/* Makes the k-th write, sync, truncation, removal or renaming in one folder fail, or kills the process there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

/* Shared with the Java side: armed, k, from then on, error, calls so far, kill. */
static volatile int *control;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("ICTOGRAPH_FAULTS");
    folder = getenv("ICTOGRAPH_FAULTS_FOLDER");
    int fd = file ? open(file, O_RDWR) : -1;
    if (fd >= 0 && folder) {
        void *shared = mmap(NULL, 64, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        control = shared == MAP_FAILED ? NULL : shared;
        close(fd);
    }
}

static int named(const char *path) {
    return path && strstr(path, folder) != NULL;
}

static int held(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) {
        return 0;
    }
    path[size] = 0;
    return named(path);
}

static int fails(void) {
    int call = __sync_add_and_fetch(&control[4], 1);
    int hit = call == control[1] || (control[2] && call > control[1]);
    if (hit && control[5]) {
        kill(getpid(), SIGKILL);
        pause();
    }
    if (hit) {
        errno = control[3];
    }
    return hit;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name)
#define ARMED (control && control[0])

ssize_t write(int fd, const void *from, size_t size) {
    REAL(write);
    return ARMED && held(fd) && fails() ? -1 : real(fd, from, size);
}

ssize_t pwrite(int fd, const void *from, size_t size, off_t at) {
    REAL(pwrite);
    return ARMED && held(fd) && fails() ? -1 : real(fd, from, size, at);
}

ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) {
    REAL(pwrite64);
    return ARMED && held(fd) && fails() ? -1 : real(fd, from, size, at);
}

int fsync(int fd) {
    REAL(fsync);
    return ARMED && held(fd) && fails() ? -1 : real(fd);
}

int fdatasync(int fd) {
    REAL(fdatasync);
    return ARMED && held(fd) && fails() ? -1 : real(fd);
}

int ftruncate(int fd, off_t size) {
    REAL(ftruncate);
    return ARMED && held(fd) && fails() ? -1 : real(fd, size);
}

int ftruncate64(int fd, off64_t size) {
    REAL(ftruncate64);
    return ARMED && held(fd) && fails() ? -1 : real(fd, size);
}

int unlink(const char *path) {
    REAL(unlink);
    return ARMED && named(path) && fails() ? -1 : real(path);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    return ARMED && named(from) && fails() ? -1 : real(from, to);
}
