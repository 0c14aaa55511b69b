module.exports = async (context) => {
  context.res = { body: 'hello' }
}
