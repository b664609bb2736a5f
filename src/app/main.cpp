#include <string>
#include <vector>

#include "app/command.h"

int main(int count, char** arguments) {
  return prima::app::run(std::vector<std::string>(arguments + 1, arguments + count));
}
