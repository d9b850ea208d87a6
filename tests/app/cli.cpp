#include "tests/app/cli.hpp"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace sise::test {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> environment_of(const CliOptions& options) {
  std::map<std::string, std::string> all{{"LC_ALL", "C.UTF-8"}};
  // Under a sanitizer the program's own run obeys the same options as the test.
  for (const char* name : {"PATH", "HOME", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) all[name] = value;
  }
  for (const auto& [name, value] : options.environment) all[name] = value;
  std::vector<std::string> list;
  for (const auto& [name, value] : all) list.push_back(name + "=" + value);
  return list;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

void redirect(const std::filesystem::path& path, int flags, int descriptor) {
  constexpr mode_t kMode = 0600;
  const int file = open(path.c_str(), flags, kMode);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(125);
}

/// The kernel ends the process with SIGSYS when it asks for a socket of the internet; local ones pass.
void forbid_network() {
  constexpr auto kCall = static_cast<__u32>(offsetof(seccomp_data, nr));
  constexpr auto kDomain = static_cast<__u32>(offsetof(seccomp_data, args));
  std::array<sock_filter, 8> filter{{{BPF_LD | BPF_W | BPF_ABS, 0, 0, kCall},
                                     {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, static_cast<__u32>(SYS_socket)},
                                     {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
                                     {BPF_LD | BPF_W | BPF_ABS, 0, 0, kDomain},
                                     {BPF_JMP | BPF_JEQ | BPF_K, 2, 0, AF_INET},
                                     {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, AF_INET6},
                                     {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
                                     {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_KILL_PROCESS}}};
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
    _exit(124);
  }
}

/// In the child: stdin, stdout and stderr in files, limits and folder set, then the program. Does not return.
[[noreturn]] void become_sise(const std::filesystem::path& files, const CliOptions& options, char* const* arguments,
                              char* const* environment) {
  redirect(files / "in", O_RDONLY, STDIN_FILENO);
  const int create = O_WRONLY | O_CREAT | O_TRUNC;
  redirect(options.output_device.empty() ? files / "out" : std::filesystem::path(options.output_device), create,
           STDOUT_FILENO);
  redirect(files / "err", create, STDERR_FILENO);
  if (options.file_size_limit >= 0) {
    const auto bytes = static_cast<rlim_t>(options.file_size_limit);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) _exit(125);
  if (options.forbid_network) forbid_network();
  execve(arguments[0], arguments, environment);
  _exit(126);
}

}  // namespace

CliRun run_sise(const std::vector<std::string>& arguments, const CliOptions& options) {
  const TemporaryFolder files;
  static_cast<void>(files.write("in", options.input));
  std::vector<std::string> words{std::string(SISE_BINARY_DIR) + "/sise"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment_of(options);
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(variables);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become_sise(files.path(), options, argv.data(), envp.data());
  if (options.interrupt_after_ms >= 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(options.interrupt_after_ms));
    kill(child, SIGINT);  // one that has ended stays a zombie until waitpid: no other process can be hit
  }
  int status = 0;
  waitpid(child, &status, 0);
  constexpr int kSignalBase = 128;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : kSignalBase + WTERMSIG(status), content_of(files.path() / "out"),
          content_of(files.path() / "err")};
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "sise-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& content) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
  return file.string();
}

std::string TemporaryFolder::read(const std::string& name) const { return content_of(path_ / name); }

}  // namespace sise::test
