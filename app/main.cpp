#include <string>
#include <vector>

#include "app/command_line.hpp"
#include "gis_io/environment.hpp"

int main(int argc, char** argv) {
  sise::isolate_from_environment();
  return sise::app::run_command_line(std::vector<std::string>(argv + 1, argv + argc));
}
