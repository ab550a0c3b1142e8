/*
 * Stands between a process and its disk (LD_PRELOAD), for the files whose path holds TB_MATCH: makes the n-th operation
 * fail, kills the process there, or writes down everything that goes to the disk. Told what to do through the shared
 * memory of the file TB_CONTROL; compiled by tests/faults/shim.ts when the tests run.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { OP_WRITE = 1, OP_SYNC = 2, OP_TRUNCATE = 4, OP_READ = 8, OP_OPEN = 16, OP_NAME = 32 };
enum { OFF, FAIL, DIE, RECORD };

/* The order of fields is that of tests/faults/shim.ts. */
struct control { volatile int32_t mode, left, error, forever, torn, mask, hits, seen; };

static struct control *control;
static const char *match;
static int log_fd = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void start(void) {
  const char *path = getenv("TB_CONTROL");
  match = getenv("TB_MATCH");
  if (!path || !match) return;
  int fd = syscall(SYS_openat, AT_FDCWD, path, O_RDWR, 0);
  if (fd < 0) return;
  void *memory = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  syscall(SYS_close, fd);
  if (memory == MAP_FAILED) return;
  const char *log = getenv("TB_LOG");
  if (log) log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
  control = memory;
}

static int ours_path(const char *path) { return control && control->mode != OFF && path && strstr(path, match); }

static int ours(int fd, char *path, size_t size) {
  if (!control || control->mode == OFF) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, size - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strstr(path, match) != NULL;
}

/* Whether this operation is the one that goes wrong. */
static int trips(int op) {
  if (!(control->mask & op)) return 0;
  if (control->mode != FAIL && control->mode != DIE) return 0;
  control->seen++;
  int left = --control->left;
  if (left > 0 || (left < 0 && !control->forever)) return 0;
  control->hits++;
  if (control->mode == DIE) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  errno = control->error;
  return 1;
}

static void note(int op, const char *path, int64_t offset, const void *data, uint32_t length) {
  if (control->mode != RECORD || log_fd < 0) return;
  uint32_t head[3] = { (uint32_t)op, (uint32_t)strlen(path), length };
  pthread_mutex_lock(&lock);
  syscall(SYS_write, log_fd, head, sizeof head);
  syscall(SYS_write, log_fd, &offset, sizeof offset);
  syscall(SYS_write, log_fd, path, head[1]);
  if (length) syscall(SYS_write, log_fd, data, length);
  pthread_mutex_unlock(&lock);
}

static ssize_t write_at(int fd, const void *data, size_t count, off64_t offset) {
  char path[4096];
  int mine = ours(fd, path, sizeof path);
  if (mine && trips(OP_WRITE)) {
    int error = errno;
    if (control->torn && count > 1) {
      if (offset < 0) syscall(SYS_write, fd, data, count / 2);
      else syscall(SYS_pwrite64, fd, data, count / 2, offset);
    }
    errno = error;
    return -1;
  }
  int64_t at = offset;
  if (mine && offset < 0) {
    int flags = fcntl(fd, F_GETFL);
    struct stat64 found;
    if ((flags & O_APPEND) && fstat64(fd, &found) == 0) at = found.st_size;
    else at = lseek64(fd, 0, SEEK_CUR);
  }
  ssize_t done = offset < 0 ? syscall(SYS_write, fd, data, count) : syscall(SYS_pwrite64, fd, data, count, offset);
  if (mine && done > 0) note(OP_WRITE, path, at, data, (uint32_t)done);
  return done;
}

ssize_t write(int fd, const void *data, size_t count) { return write_at(fd, data, count, -1); }
ssize_t pwrite(int fd, const void *data, size_t count, off_t offset) { return write_at(fd, data, count, offset); }
ssize_t pwrite64(int fd, const void *data, size_t count, off64_t offset) { return write_at(fd, data, count, offset); }

static ssize_t read_at(int fd, void *data, size_t count, off64_t offset) {
  char path[4096];
  int bad = ours(fd, path, sizeof path) && trips(OP_READ);
  if (bad && !control->torn) return -1;
  ssize_t done = offset < 0 ? syscall(SYS_read, fd, data, count) : syscall(SYS_pread64, fd, data, count, offset);
  /* A read that goes wrong without saying so: the bytes are not those of the file. */
  if (bad) for (ssize_t at = 0; at < done; at++) ((unsigned char *)data)[at] ^= 0x5a;
  return done;
}

ssize_t pread(int fd, void *data, size_t count, off_t offset) { return read_at(fd, data, count, offset); }
ssize_t pread64(int fd, void *data, size_t count, off64_t offset) { return read_at(fd, data, count, offset); }

static int sync_now(int fd, long call) {
  char path[4096];
  int mine = ours(fd, path, sizeof path);
  if (mine && trips(OP_SYNC)) return -1;
  int result = syscall(call, fd);
  if (mine && result == 0) note(OP_SYNC, path, 0, NULL, 0);
  return result;
}

int fsync(int fd) { return sync_now(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_now(fd, SYS_fdatasync); }

static int truncate_to(int fd, off64_t size) {
  char path[4096];
  int mine = ours(fd, path, sizeof path);
  if (mine && trips(OP_TRUNCATE)) return -1;
  int result = syscall(SYS_ftruncate, fd, size);
  if (mine && result == 0) note(OP_TRUNCATE, path, size, NULL, 0);
  return result;
}

int ftruncate(int fd, off_t size) { return truncate_to(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncate_to(fd, size); }

static int open_file(int folder, const char *path, int flags, mode_t mode) {
  int mine = ours_path(path);
  if (mine && trips(OP_OPEN)) return -1;
  int fd = syscall(SYS_openat, folder, path, flags, mode);
  if (mine && fd >= 0 && (flags & O_TRUNC)) note(OP_TRUNCATE, path, 0, NULL, 0);
  return fd;
}

#define MODE_OF(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_file(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_file(AT_FDCWD, path, flags, mode); }

int rename(const char *from, const char *to) {
  int mine = ours_path(to);
  if (mine && trips(OP_NAME)) return -1;
  int result = syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (mine && result == 0) note(OP_NAME, from, 1, to, (uint32_t)strlen(to));
  return result;
}

int link(const char *from, const char *to) {
  if (ours_path(to) && trips(OP_NAME)) return -1;
  return syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path) {
  int mine = ours_path(path);
  if (mine && trips(OP_NAME)) return -1;
  int result = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (mine && result == 0) note(OP_NAME, path, 0, NULL, 0);
  return result;
}
