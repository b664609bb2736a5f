#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace prima::identity::test {

// A program beside the test, which says on its first line on which port it listens, and ends when its standard input
// does: with this object.
class ChildProcess {
 public:
  explicit ChildProcess(std::vector<std::string> words) {
    std::array<int, 2> to_child{};
    std::array<int, 2> from_child{};
    if (pipe(to_child.data()) != 0 || pipe(from_child.data()) != 0) throw std::runtime_error("no pipe");
    child_ = fork();
    if (child_ == 0) {
      dup2(to_child[0], 0);
      dup2(from_child[1], 1);
      for (const int each : {to_child[0], to_child[1], from_child[0], from_child[1]}) close(each);
      std::vector<char*> arguments;
      for (std::string& word : words) arguments.push_back(word.data());
      arguments.push_back(nullptr);
      execvp(arguments[0], arguments.data());
      _exit(127);
    }
    close(to_child[0]);
    close(from_child[1]);
    input_ = to_child[1];
    output_ = from_child[0];
    std::string line;
    char byte = 0;
    while (::read(output_, &byte, 1) == 1 && byte != '\n') line += byte;
    if (line.empty()) throw std::runtime_error(words[0] + " did not say its port");
    port_ = static_cast<std::uint16_t>(std::stoi(line));
  }
  ~ChildProcess() {
    close(input_);
    close(output_);
    waitpid(child_, nullptr, 0);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  std::uint16_t port() const { return port_; }

 private:
  pid_t child_ = 0;
  int input_ = -1;
  int output_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace prima::identity::test
