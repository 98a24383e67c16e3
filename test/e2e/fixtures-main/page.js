const log = document.querySelector('#log')
window.fixture.on('menu', (id) => {
  log.textContent += `menu:${id} `
})
addEventListener('drop', (event) => {
  event.preventDefault()
  log.textContent += `dropped:${window.fixture.pathsOf([...event.dataTransfer.files]).join('|')} `
})
addEventListener('dragover', (event) => event.preventDefault())
